import {basename} from "node:path";
import {formatMonth, type Month} from "../../src/lib/day.js";

export interface MonthlySeries {
  /** The month of the first value; the others follow without a gap. */
  readonly start: Month;
  readonly values: readonly number[];
}

/** What is wrong with a series, in one line for the person who gave it. */
export class SeriesError extends Error {
  override readonly name = "SeriesError";
}

/** Beyond this, sums of squares lose their meaning. */
const largest = 1e100;

/**
 * A monthly series from CSV text with the header `month,value`: months as 2025-05, in order, each once and
 * without a gap, values as plain numbers, any line ends. Throws `SeriesError` with file, line, column and value otherwise;
 * no rows are no values.
 */
export function parseSeries(text: string, file: string): MonthlySeries {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({fields: fieldsOf(line), number: index + 1}))
    .filter(({fields}) => fields.join("") !== "");
  const [header, ...rows] = lines;
  if (!header) return {start: 0, values: []};
  const fail = (line: number, column: string, problem: string): never => {
    throw new SeriesError(`line ${line} of ${basename(file)}, column ${column}: ${problem}`);
  };
  if (header.fields.join() !== "month,value") {
    fail(
      header.number,
      "month,value",
      `not the header: ${JSON.stringify(header.fields.join())} (write month,value)`,
    );
  }
  let start: Month = 0;
  const values: number[] = [];
  for (const {fields, number} of rows) {
    const [monthText = "", valueText = "", ...more] = fields;
    if (more.length > 0)
      fail(number, "value", `more than two fields: ${JSON.stringify(more.join())}`);
    const month =
      maybeMonth(monthText) ??
      fail(number, "month", `invalid month: ${JSON.stringify(monthText)} (write it as 2025-05)`);
    if (values.length === 0) start = month;
    const expected = start + values.length;
    if (month !== expected) {
      fail(
        number,
        "month",
        `${orderProblem(month, expected)}: ${JSON.stringify(monthText)} (expected ${formatMonth(expected)}; ${remedy(month, expected)})`,
      );
    }
    const value =
      maybeNumber(valueText) ??
      fail(number, "value", `invalid number: ${JSON.stringify(valueText)} (write it as 1234.5)`);
    if (Math.abs(value) > largest) {
      fail(number, "value", `number too large: ${JSON.stringify(valueText)} (use a larger unit)`);
    }
    values.push(value);
  }
  return {start, values};
}

/** The fields of a line, parted by commas that no quotes hold together. */
function fieldsOf(line: string): string[] {
  return line
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
}

function orderProblem(month: Month, expected: Month): string {
  if (month > expected) return "gap before month";
  return month === expected - 1 ? "repeated month" : "month out of order";
}

function remedy(month: Month, expected: Month): string {
  if (month > expected) return "add the months between, with 0 where nothing was";
  return month === expected - 1 ? "keep one row a month" : "sort the rows by month";
}

function maybeMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

function maybeNumber(text: string): number | undefined {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return undefined;
  return Number(text);
}
