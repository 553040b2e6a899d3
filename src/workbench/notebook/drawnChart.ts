import {barChart} from "../../components/barChart.js";
import {heatmap} from "../../components/heatmap.js";
import {lineChart} from "../../components/lineChart.js";
import {type ColorName, color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {type Format, money, percent, type Time} from "../../lib/format.js";
import {type ChartChoice, mostSeries, unitOf} from "../../lib/notebook/chartChoice.js";
import type {Value} from "../../lib/notebook/columns.js";
import {valueText} from "../../lib/notebook/valueText.js";
import {sentence, spaced} from "../../lib/words.js";

/** A row of an answer, its values by column. */
export type Row = Readonly<Record<string, Value>>;

/** `spent_eur` becomes `spent`: the values say that they are euros. */
const wordsOf = (column: string) => spaced(column.replace(/_eur\b/, ""));

/** What a chart shows: `Spent by month and city`. */
export function titleOf({mark, x, y, color}: ChartChoice): string {
  if (mark === "bars") return `${sentence(wordsOf(x))} by ${wordsOf(y)}`;
  if (mark === "heatmap") return `${sentence(wordsOf(color!))} by ${wordsOf(x)} and ${wordsOf(y)}`;
  return `${sentence(wordsOf(y))} by ${wordsOf(x)}${color ? ` and ${wordsOf(color)}` : ""}`;
}

const formats = {money, percent: (value: number | null) => percent(value, 1)} as const;

/** The chart of these rows, by the components of the site. */
export function drawnChart(
  {mark, x, y, color: part}: ChartChoice,
  rows: readonly Row[],
  width: number,
  document: Document,
) {
  const text = (name: string) => (row: Row) => valueText(row[name]!);
  const number = (name: string) => (row: Row) => row[name] as number | null;
  const time = (name: string) => (row: Row) => row[name] as Date;
  const measured = mark === "bars" ? x : mark === "heatmap" ? part! : y;
  const unit = unitOf(measured);
  const common = {
    width,
    document,
    name: sentence(wordsOf(measured)),
    ...(unit ? {format: formats[unit] as Format} : {}),
  };
  if (mark === "bars") return rankedBars(rows, {...common, label: text(y), value: number(x)});
  if (mark === "heatmap") {
    const scale = rows.some((row) => Number(row[measured]) < 0) ? "diverging" : "sequential";
    return heatmap(rows, {...common, x: time(x), y: text(y), value: number(measured), scale});
  }
  const names = seriesOf({mark, x, y, color: part}, rows);
  const colors = (series: string) => {
    const at = names.indexOf(series);
    return color(at < mostSeries ? (`segment-${at + 1}` as ColorName) : "context");
  };
  const series = part ? {series: text(part), colors} : {};
  if (mark === "line")
    return lineChart(rows, {...common, x: time(x), y: number(y), ...series, formatX: timeText});
  const isMonths = rows.every((row) => row[x] instanceof Date && row[x].getUTCDate() === 1);
  return barChart(rows, {...common, x: isMonths ? time(x) : text(x), y: number(y), ...series});
}

/** The names of the series, in the order in which the rows have them. */
export const seriesOf = ({mark, color}: ChartChoice, rows: readonly Row[]): string[] =>
  mark === "heatmap" || color === undefined
    ? []
    : [...new Set(rows.map((row) => valueText(row[color]!)))];

const timeText = (time: Time) =>
  valueText(time instanceof Date ? time : new Date(String(time ?? "")));
