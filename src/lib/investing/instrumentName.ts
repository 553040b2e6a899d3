/** What an instrument is called on a page: in short, and with its ticker. */

const legalForm = /,? (?:Inc\.|Corporation|N\.V\.|SE|AG)$/;

/** The name without the legal form of a company, and without the words that all funds of the bank share. */
export function shortName(fullName: string): string {
  return fullName
    .replace(/ UCITS ETF(?: \([A-Za-z]+\))?$/, "")
    .replace(/^Koninklijke /, "")
    .replace(legalForm, "");
}

/** `Vanguard FTSE All-World (VWRL)`; a name that is its own ticker is said once. */
export function nameAndTicker({name, symbol}: {name: string; symbol: string}): string {
  const short = shortName(name);
  return short === symbol ? symbol : `${short} (${symbol})`;
}
