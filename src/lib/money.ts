/**
 * Money is an integer number of euro cents in TypeScript (`amountCents`) and `DECIMAL(…,2)` in SQL and
 * CSV (`amount_eur`). This is the one module that converts between the two.
 */

/** Cents as the CSV and SQL text of a euro amount: `-1205` → `"-12.05"`. Throws on a fraction of a cent. */
export function formatEur(amountCents: number): string {
  if (!Number.isSafeInteger(amountCents))
    throw new Error(`invalid amount in cents: ${amountCents}`);
  const sign = amountCents < 0 ? "-" : "";
  const magnitude = Math.abs(amountCents);
  const cents = magnitude % 100;
  return `${sign}${(magnitude - cents) / 100}.${cents < 10 ? "0" : ""}${cents}`;
}

/** Cents from the text of a euro amount with at most two decimals; throws on anything else. */
export function parseEur(text: string): number {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new Error(`invalid amount in euro: ${JSON.stringify(text)}`);
  const magnitude = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" && magnitude !== 0 ? -magnitude : magnitude;
}

/** Cents nearest to a number of euros, halves away from zero, as SQL's `round` on a decimal does. */
export function centsFromEur(euros: number): number {
  return roundHalfAway(Number((euros * 100).toPrecision(15)));
}

/** The nearest integer, halves away from zero (the rounding of SQL decimals and of commerce). */
export function roundHalfAway(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}

/** Cents as a number of euros, for rows that are shown; computing is done in cents. */
export function eurFromCents(amountCents: number): number {
  return amountCents / 100;
}
