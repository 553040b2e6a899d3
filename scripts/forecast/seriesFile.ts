import {formatMonth, type Month, monthOf} from "../../src/lib/day.js";
import {invalidValue} from "../csv/fileError.js";
import {type FileRow, readTable} from "../csv/table.js";
import {maybeWrittenTime} from "../csv/writtenTime.js";

export interface MonthlySeries {
  /** The month of the first value; the others follow without a gap. */
  readonly start: Month;
  readonly values: readonly number[];
  /** The most decimals with which a value is written. */
  readonly decimals: number;
}

/** Beyond this, sums of squares lose their meaning. */
const largest = 1e100;

/**
 * A monthly series from a CSV file with the columns month and value, read as `readTable` does: months as 2025-05,
 * or as a day in them, each once and without a gap, from the oldest or from the newest; values as plain numbers.
 * Throws `FileError` with row, column and value otherwise; no rows are no values.
 */
export function readSeries(file: string): MonthlySeries {
  const rows = readTable(file, ["month", "value"]).map((row) => ({
    ...row,
    month: monthIn(row, file),
    value: valueIn(row, file),
  }));
  const isBackwards =
    rows.length > 1 && rows.slice(1).every(({month}, i) => month < rows[i]!.month);
  const ordered = isBackwards ? rows.toReversed() : rows;
  const start = ordered[0]?.month ?? 0;
  for (const [i, {line, month, values}] of ordered.entries()) {
    const expected = start + i;
    if (month === expected) continue;
    const reason = `${orderProblem(month, expected)}: expected ${formatMonth(expected)}; ${remedy(month, expected)}`;
    throw invalidValue(file, {line, column: "month", value: values.month!, reason});
  }
  return {
    start,
    values: ordered.map(({value}) => value),
    decimals: Math.max(0, ...rows.map(({values}) => decimalsOf(values.value!))),
  };
}

function monthIn({line, values}: FileRow, file: string): Month {
  const text = values.month!;
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (match) return Number(match[1]) * 12 + Number(match[2]) - 1;
  const time = maybeWrittenTime(text);
  if (time) return monthOf(time.day);
  throw invalidValue(file, {line, column: "month", value: text, reason: "write it as 2025-05"});
}

const number = /^[-+]?(?:\d+\.?(\d*)|\.(\d+))(?:e([-+]?\d+))?$/i;

function valueIn({line, values}: FileRow, file: string): number {
  const text = values.value!;
  const fail = (reason: string) => invalidValue(file, {line, column: "value", value: text, reason});
  if (!number.test(text)) throw fail("write a number as 1234.5");
  const value = Number(text);
  if (Math.abs(value) > largest) throw fail("too large: use a larger unit");
  return value;
}

/** How many decimals a number is written with: 2 for `12.50`, 3 for `1.5e-2`. */
function decimalsOf(text: string): number {
  const [, fraction, onlyFraction, exponent = "0"] = number.exec(text)!;
  return Math.max(0, (fraction ?? onlyFraction ?? "").length - Number(exponent));
}

function orderProblem(month: Month, expected: Month): string {
  if (month > expected) return "gap before it";
  return month === expected - 1 ? "repeated" : "out of order";
}

function remedy(month: Month, expected: Month): string {
  if (month > expected) return "add the months between, with 0 where nothing was";
  return month === expected - 1 ? "keep one row a month" : "sort the rows by month";
}
