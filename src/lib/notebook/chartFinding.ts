/** What a chart without an author finds, computed from its rows: who has most, or how far it went. */
import {dayText, type Format, monthText, type Time} from "../format.js";
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

/** `Rome has the most: €1,234`; of several columns that name a row, `Rome, May 2026, has the most: €1,234`. */
export function mostText(
  rows: readonly Row[],
  {label, value, format}: {label: readonly string[]; value: string; format: Format},
): string {
  const most = rows.reduce<Row | undefined>(
    (most, row) => (number(row[value]) > number(most?.[value]) ? row : most),
    undefined,
  );
  if (!most) return "No row has a number";
  const names = label.map((column) => nameText(most[column]!));
  const who = names.length > 1 ? `${names.join(", ")},` : names[0];
  return `${who} has the most: ${format(Number(most[value]))}`;
}

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
  if (first === last) return `It was ${from} in ${nameText(first[x]!)}`;
  const verb = from === to ? "stayed at" : number(last[y]) > number(first[y]) ? "rose" : "fell";
  const when = `from ${nameText(first[x]!)} to ${nameText(last[x]!)}`;
  return from === to ? `It ${verb} ${from} ${when}` : `It ${verb} from ${from} to ${to}, ${when}`;
}

const number = (value: Value | undefined) =>
  typeof value === "number" ? value : Number.NEGATIVE_INFINITY;

/** First days stand for their month. */
function nameText(value: Value): string {
  if (!(value instanceof Date)) return valueText(value);
  const isDay = value.getTime() % 86_400_000 === 0;
  if (!isDay) return valueText(value);
  return value.getUTCDate() === 1 ? monthText(value as Time) : dayText(value as Time);
}
