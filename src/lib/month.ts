/** Months of times as pages hold them: counting with them, and the words for several of them. */
import {formatMonth, type Month, parseMonth} from "./day.js";
import {asDate, monthText, type Time} from "./format.js";
import {inWords} from "./words.js";

/** The month of a time, as a number to count with (`year * 12 + monthIndex`). Throws where there is no time. */
export function monthNumber(time: Time): Month {
  const date = asDate(time);
  if (!date) throw new Error(`invalid month: ${JSON.stringify(time)}`);
  return parseMonth(date.toISOString().slice(0, 7));
}

/** The first day of a month as a date at midnight UTC. */
export function monthDate(month: Month): Date {
  return new Date(`${formatMonth(month)}-01T00:00:00Z`);
}

/** The first day of the month so many months after that of a time. Throws where there is no time. */
export function monthAfter(time: Time, months: number): Date {
  return monthDate(monthNumber(time) + months);
}

/** `May 2025 to October 2026`, or one month, of rows in order of months. */
export function monthSpan(rows: readonly {month: Time}[]): string {
  const [from, to] = [rows.at(0)?.month, rows.at(-1)?.month];
  if (from === undefined || from === null) return "no complete month yet";
  const [first, last] = [monthText(from), monthText(to)];
  return first === last ? first : `${first} to ${last}`;
}

/** `the last twelve months`, `the last month`. */
export function lastMonthsText(count: number): string {
  return count === 1 ? "the last month" : `the last ${inWords(count)} months`;
}

/** A row that holds, in each of these columns, one number a month from `first_month` on. */
export type MonthLists<Column extends string> = {readonly first_month: Time} & {
  readonly [Name in Column]: readonly number[];
};

/** One month of such a row. */
export type MonthRow<Column extends string> = {readonly month: Date} & {
  readonly [Name in Column]: number;
};

type ListColumn<Lists> = {
  [Name in keyof Lists]: Lists[Name] extends readonly unknown[] ? Name : never;
}[keyof Lists];

type Item<List> = List extends readonly (infer Value)[] ? Value : never;

/**
 * The months of a row whose columns are lists, one row each, oldest first. Throws where one list is shorter or longer
 * than the others.
 */
export function monthRows<
  Lists extends {readonly first_month: Time},
  Column extends ListColumn<Lists> & string,
>(
  lists: Lists,
  columns: readonly Column[],
): ({readonly month: Date} & {readonly [Name in Column]: Item<Lists[Name]>})[] {
  const paths = columns.map((column) => ({column, path: lists[column] as readonly unknown[]}));
  const length = paths[0]?.path.length ?? 0;
  const odd = paths.find(({path}) => path.length !== length);
  if (odd)
    throw new Error(`${odd.path.length} months of ${odd.column}, ${length} of ${columns[0]}`);
  return Array.from({length}, (_, at) => ({
    month: monthAfter(lists.first_month, at),
    ...Object.fromEntries(paths.map(({column, path}) => [column, path[at]])),
  })) as ReturnType<typeof monthRows<Lists, Column>>;
}
