/**
 * Whose account is in a column that is called no more than `IBAN` or `Kontonummer`: the holder's, or the other side's? The
 * lines above the table may name the holder's; else an account that goes with one name alone is that name's, and
 * one beside many names is the holder's.
 */
import {phrases} from "./phrases.js";

/** Headings that say neither. */
const eitherSide = new Set(phrases`
    account, account number, account no, account num, iban, iban bban, bban, konto, kontonummer, konto nummer, konto nr,
    kontonr, konto iban, compte, numero de compte, numero compte, cuenta, numero de cuenta, num cuenta, conto, numero
    conto, conta, numero de conta, conta numero, rekening, rekeningnummer, rekening iban, tili, tilinumero, rachunek,
    numer rachunku, nr rachunku, ucet, cislo uctu, szamla, szamlaszam, hesap, hesap no, hesap numarasi`);
/** Of these, what a list of one's own accounts would be headed with. */
const ownRather = new Set(
  phrases`account, konto, compte, cuenta, conto, conta, rekening, tili, rachunek, ucet, szamla, hesap`,
);
/** So many rows, in a file without names, are no payments to one and the same. */
const fewestRows = 2;

/** Fewer digits are no number of an account. */
const fewestDigits = 5;

export type AccountSide = "account" | "counterAccount" | "open";

export interface AccountEvidence {
  /** As `plainHeading` has it. */
  readonly heading: string;
  /** Each row's account, empty where it has none, with the name beside it where a column has names. */
  readonly rows: readonly {readonly account: string; readonly name: string | undefined}[];
  /** The account that the lines above the table name; empty where they name none. */
  readonly said: string;
  /** Whether the column stands behind one of names. */
  readonly isBesideName: boolean;
}

/** Whether a heading leaves the side open. */
export const isEitherSide = (heading: string): boolean => eitherSide.has(heading);

/** Whose account it is; `open` where nothing tells. */
export function accountSide({heading, rows, said, isBesideName}: AccountEvidence): AccountSide {
  const filled = rows.filter(({account}) => account !== "");
  const isSaid = said.replace(/\D/g, "").length >= fewestDigits;
  const own = isSaid ? filled.filter(({account}) => isSame(account, said)).length : 0;
  if (own > filled.length * 0.9) return "account";
  const byNames = sideByNames(filled);
  if (byNames) return byNames;
  if (isSaid && own === 0) return "counterAccount";
  if (filled.length < rows.length * 0.9) return "counterAccount";
  const distinct = new Set(filled.map(({account}) => plainAccount(account))).size;
  if (distinct > 1) return distinct > filled.length / 2 ? "counterAccount" : "account";
  const isNamed = filled.some(({name}) => name !== undefined);
  if (!isNamed && filled.length >= fewestRows) return "account";
  if (ownRather.has(heading)) return "account";
  return isBesideName ? "counterAccount" : "open";
}

/** Accounts that come again beside one name each are the names'; beside many, the holder's. */
function sideByNames(rows: AccountEvidence["rows"]): "account" | "counterAccount" | undefined {
  const names = new Map<string, string[]>();
  for (const {account, name} of rows)
    if (name) names.set(plainAccount(account), [...(names.get(plainAccount(account)) ?? []), name]);
  const again = [...names.values()].filter((list) => list.length > 1);
  if (again.length === 0) return undefined;
  const single = again.filter((list) => new Set(list.map(plainName)).size === 1).length;
  if (single < again.length / 2) return "account";
  return names.size > 1 && single >= again.length * 0.8 ? "counterAccount" : undefined;
}

const plainAccount = (text: string): string => text.replace(/[\s.-]/g, "").toUpperCase();
const plainName = (text: string): string => text.toLowerCase().slice(0, 12);

/** An IBAN holds the number that a bank writes alone. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [plainAccount(one), plainAccount(other)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const digits = short.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length >= fewestDigits && long.includes(digits);
}
