/** What a chart without an author finds, computed from its rows: who has most, or how far it went. */
import {dayMs} from "../day.js";
import {dayText, type Format, monthText} from "../format.js";
import {inWords, list} from "../words.js";
import {type ChartChoice, measuredColumn} from "./chartChoice.js";
import type {Value} from "./columns.js";
import {valueText} from "./valueText.js";

type Row = Readonly<Record<string, Value>>;

/** What the chart of these rows finds; `format` writes what it measures. */
export function findingOf(choice: ChartChoice, rows: readonly Row[], format: Format): string {
  const label = mostNames(choice);
  return label
    ? mostText(rows, {label, value: measuredColumn(choice), format})
    : changeText(rows, {x: choice.x, y: choice.y, format});
}

/** The columns that name who has most; undefined for a path, whose finding is how far it went. */
export function mostNames({mark, x, y, color, facet}: ChartChoice): readonly string[] | undefined {
  if (mark === "line" && color === undefined && facet === undefined) return undefined;
  const parts = [color, facet].filter((name) => name !== undefined);
  if (mark === "bars") return [y, ...parts];
  return mark === "heatmap" ? [y, x] : [...parts, x];
}

/**
 * `Rome has the most: €1,234`; of several columns that name a row, `Rome, May 2026, has the most: €1,234`. Where others have
 * as much, nobody is singled out: `Rome and Paris share the most: €1,234`, `All five have the same: €1,234`.
 */
export function mostText(
  rows: readonly Row[],
  {label, value, format}: {label: readonly string[]; value: string; format: Format},
): string {
  const known = rows.filter((row) => Number.isFinite(number(row[value])));
  const most = known.reduce((most, row) => Math.max(most, inDigits(row[value])), -Infinity);
  const top = known.filter((row) => inDigits(row[value]) === most);
  if (!top[0]) return "No row has a number";
  const amount = format(Number(top[0][value]));
  const writers = label.map((column) => [column, timeWriter(rows, column)] as const);
  const names = top.map((row) => writers.map(([column, {text}]) => text(row[column]!)));
  const tied = [...new Set(names.map(tiedName))];
  if (tied.length === 1) {
    const [name] = names;
    return `${name!.length > 1 ? `${name!.join(", ")},` : name![0]} has the most: ${amount}`;
  }
  if (top.length < rows.length) return `${list(tied, {limit: mostTied})} share the most: ${amount}`;
  return `${tied.length === 2 ? "Both" : `All ${inWords(tied.length)}`} have the same: ${amount}`;
}

/** More that share the most are counted. */
const mostTied = 3;

/** `Rome (May 2026)`: in a list of rows, a comma would stand between the names of one as between two. */
const tiedName = ([name, ...more]: readonly string[]) =>
  more.length > 0 ? `${name} (${more.join(", ")})` : name!;

/** `It rose from €12 in May 2025 to €15 in October 2026`. */
export function changeText(
  rows: readonly Row[],
  {x, y, format}: {x: string; y: string; format: Format},
): string {
  const known = rows.filter((row) => Number.isFinite(number(row[y])));
  const inTime = known.toSorted((a, b) => Number(a[x]) - Number(b[x]));
  const [first, last] = [inTime[0], inTime.at(-1)];
  if (!first || !last) return "No row has a number";
  const [from, to] = [format(Number(first[y])), format(Number(last[y]))];
  const {text, preposition} = timeWriter(rows, x);
  if (first === last) return `It was ${from} ${preposition} ${text(first[x]!)}`;
  const verb = from === to ? "stayed at" : number(last[y]) > number(first[y]) ? "rose" : "fell";
  const when = `from ${text(first[x]!)} to ${text(last[x]!)}`;
  return from === to ? `It ${verb} ${from} ${when}` : `It ${verb} from ${from} to ${to}, ${when}`;
}

const number = (value: Value | undefined) =>
  typeof value === "number" ? value : Number.NEGATIVE_INFINITY;

/** Sums of the same parts in another order differ in their last digits, and are as much. */
const inDigits = (value: Value | undefined) => Number(number(value).toPrecision(12));

/**
 * How the values of a column are written. First days stand for their month where all are first days: a path of days may
 * begin with one.
 */
function timeWriter(
  rows: readonly Row[],
  column: string,
): {text: (value: Value) => string; preposition: "in" | "on"} {
  const times = rows.map((row) => row[column]).filter((value) => value instanceof Date);
  const areDays = times.every((time) => time.getTime() % dayMs === 0);
  const areMonths = areDays && times.every((time) => time.getUTCDate() === 1);
  const write = areMonths ? monthText : dayText;
  return {
    text: (value) => (areDays && value instanceof Date ? write(value) : valueText(value)),
    preposition: areMonths ? "in" : "on",
  };
}
