/** What the cells of a column hold, as shares of those that are not empty. */
import {isAmount, maybeAmount} from "./amountText.js";
import {currencyOf} from "./currency.js";
import {isDate} from "./dateText.js";
import {directionOf} from "./directionWords.js";
import type {SourceRow} from "./sourceRows.js";

export interface ColumnProfile {
  /** Share of the rows that have anything here. */
  readonly filled: number;
  readonly dates: number;
  readonly amounts: number;
  /** Amounts with two decimals, a sign or a currency: what a plain count or an account number is not. */
  readonly money: number;
  readonly codes: number;
  readonly accounts: number;
  readonly isins: number;
  readonly times: number;
  readonly directions: number;
  readonly texts: number;
  readonly distinct: number;
  readonly meanLength: number;
  /** Whether few values come again and again. */
  readonly isRepeating: boolean;
}

const sampleRows = 400;
/** What stands where there is no number. */
const nothing = /^(?:[-–—]+|n\/a|null)$/i;
const account =
  /^(?:[A-Z]{2}\d{2}[ ]?[A-Z0-9 ]{8,34}|\d[\d .-]{6,}\d(?:\/\d{4})?|[\dX*•x]{4,}[\dX*•x .-]*\d{3,})$/;
const isin = /^[A-Z]{2}[A-Z0-9]{9}\d$/;
const time = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[AP]M)?$/i;

/** The profile of one column of these rows. */
export function profileOf(rows: readonly SourceRow[], column: number): ColumnProfile {
  const step = Math.max(1, Math.floor(rows.length / sampleRows));
  const counts = {
    dates: 0,
    amounts: 0,
    money: 0,
    codes: 0,
    accounts: 0,
    isins: 0,
    times: 0,
    directions: 0,
    nothing: 0,
    texts: 0,
  };
  const seen = new Set<string>();
  let [filled, sampled, letters] = [0, 0, 0];
  for (let at = 0; at < rows.length; at += step) {
    sampled++;
    const cell = (rows[at]!.cells[column] ?? "").slice(0, 200);
    if (cell === "") continue;
    filled++;
    if (nothing.test(cell)) counts.nothing++;
    letters += cell.length;
    if (seen.size < 50) seen.add(cell);
    if (isin.test(cell)) counts.isins++;
    if (time.test(cell)) counts.times++;
    if (directionOf(cell)) counts.directions++;
    if (isDate(cell)) counts.dates++;
    else if (isAmount(cell)) {
      counts.amounts++;
      const amount = maybeAmount(cell)!;
      if (/[.,]\d{1,2}$/.test(amount.number) || amount.isSigned || amount.currency) counts.money++;
    } else if (cell.length === 3 && currencyOf(cell)) counts.codes++;
    if (account.test(cell)) counts.accounts++;
    if (/\p{L}{3}|^\P{N}*\p{L}{2}\P{N}*$/u.test(cell)) counts.texts++;
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled: sampled === 0 ? 0 : filled / sampled,
    dates: share(counts.dates),
    amounts: filled > counts.nothing ? counts.amounts / (filled - counts.nothing) : 0,
    money: share(counts.money),
    codes: share(counts.codes),
    accounts: share(counts.accounts),
    isins: share(counts.isins),
    times: share(counts.times),
    directions: share(counts.directions),
    texts: share(counts.texts),
    distinct: seen.size,
    meanLength: share(letters),
    isRepeating: filled > 1 && seen.size <= Math.min(filled, 50) / 2,
  };
}
