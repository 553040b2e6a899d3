/**
 * Amounts as banks write them: `1.234,56-`, `(1,234.56)`, `CHF 1'234.50`, `− 12,34 €`, `12.50 DR`. What a single mark
 * before three digits means (`1.280`) is left open here: the column decides it (`numberStyle.ts`).
 */
import {currencyOf} from "./currency.js";
import {remembered} from "./remembered.js";

export interface AmountText {
  readonly isNegative: boolean;
  /** Whether a sign, parentheses or a letter for debit and credit stand with it. */
  readonly isSigned: boolean;
  /** Digits and marks, without blanks and apostrophes. */
  readonly number: string;
  /** ISO code, where one or a sign that means one stands with it; else empty. */
  readonly currency: string;
}

/** What most cells have, and what `shape` would find with much more work. */
const plain = /^-?(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d+)?$/;
const shape =
  /^([^\d]*?)((?:\d{1,3}(?:[ \u00a0\u202f\u2009'’´ʼ.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:[.,]\d*)?|[.,]\d+)([^\d]*)$/;
const apart = /[ \u00a0\u202f\u2009'’´ʼ]/g;
const blanks = /[\s\u00a0\u202f\u2009]+/g;
/** No amount is longer; what is, is not worth the look. */
const mostLetters = 48;

/** What a cell says as an amount; undefined where it is none. */
export function maybeAmount(cell: string): AmountText | undefined {
  if (cell === "" || cell.length > mostLetters) return undefined;
  if (plain.test(cell)) {
    const isNegative = cell.startsWith("-");
    const number = isNegative ? cell.slice(1) : cell;
    return {isNegative, isSigned: isNegative, number, currency: ""};
  }
  const match = shape.exec(cell);
  if (!match) return undefined;
  const [, before = "", digits = "", after = ""] = match;
  const frame = knownFrame(`${before}\u0000${after}`);
  return frame && {...frame, number: digits.replace(apart, "")};
}

/** Whether a cell is an amount. */
export function isAmount(cell: string): boolean {
  return maybeAmount(cell) !== undefined;
}

const debitLetters = /^(DR|D|S|DB|DEBIT|SOLL)\.?$/i;
/** What is counted, behind quantities. */
const units = /^(stk|stck|stück|stuks|st|shs|shares|szt|ks|kpl|db|pcs|titres|units)\.?$/i;
const creditLetters = /^(CR|C|H|K|CREDIT|HABEN)\.?$/i;

/** Sign and currency of what stands around the digits; undefined where it is anything else. */
function frameOf(written: string): Omit<AmountText, "number"> | undefined {
  const around = written.replace(blanks, "");
  const inParentheses = /^[^()]*\([^()]*\)[^()]*$/.test(around);
  const signs = around.match(/[-−–+]/g) ?? [];
  if (signs.length > 1 || (/[()]/.test(around) && !inParentheses)) return undefined;
  const rest = around
    .split("\u0000")
    .map((part) => part.replace(/[-−–+()]/g, ""))
    .filter(Boolean);
  let currency = "";
  let [isDebit, isCredit] = [false, false];
  for (const word of rest) {
    const found = currencyOf(word);
    if (found !== undefined) currency = found;
    else if (units.test(word)) continue;
    else if (debitLetters.test(word)) isDebit = true;
    else if (creditLetters.test(word)) isCredit = true;
    else {
      const split = /^(\p{Lu}{3}|[€$£])(DR|CR|D|C|S|H)$/u.exec(word);
      const code = split ? currencyOf(split[1]!) : undefined;
      if (!split || code === undefined) return undefined;
      currency = code;
      if (debitLetters.test(split[2]!)) isDebit = true;
      else isCredit = true;
    }
  }
  const isMinus = inParentheses || (signs[0] !== undefined && signs[0] !== "+");
  return {
    isNegative: isMinus !== isDebit,
    isSigned: inParentheses || signs.length > 0 || isDebit || isCredit,
    currency,
  };
}

const knownFrame = remembered(frameOf);
