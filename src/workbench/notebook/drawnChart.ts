import {barChart} from "../../components/barChart.js";
import {facets} from "../../components/facets.js";
import {heatmap} from "../../components/heatmap.js";
import {lineChart} from "../../components/lineChart.js";
import {type ColorName, color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {inOrder} from "../../components/rowOrder.js";
import {type Format, money, percent, short, type Time} from "../../lib/format.js";
import {
  type ChartChoice,
  measuredColumn,
  mostSeries,
  orderOf,
  unitOf,
  wordsOf,
} from "../../lib/notebook/chartChoice.js";
import type {Row} from "../../lib/notebook/columns.js";
import {valueText} from "../../lib/notebook/valueText.js";
import {sentence} from "../../lib/words.js";

const formats = {money, percent: (value) => percent(value, 1)} satisfies Record<string, Format>;

/** How the values that a chart measures are written. */
export const formatOf = (choice: ChartChoice): Format => {
  const unit = unitOf(measuredColumn(choice));
  return unit ? formats[unit] : short;
};

/** The chart of these rows, by the components of the site. */
export function drawnChart(
  choice: ChartChoice,
  rows: readonly Row[],
  width: number,
  document: Document,
) {
  const order = orderOf(choice);
  const sorted = order ? inOrder(rows, order, order.isDescending) : rows;
  const {facet, mark, x, color: series} = choice;
  if (facet === undefined) return plainChart(choice, sorted, {width, document});
  return facets(sorted, {
    width,
    document,
    by: (row) => valueText(row[facet]!),
    value: (row) => row[measuredColumn(choice)] as number | null,
    ...(mark === "columns" && series ? {at: (row: Row) => row[x]} : {}),
    chart: (part, {height, ...size}) =>
      plainChart({...choice, names: seriesOf(choice, rows)}, part, {
        ...size,
        ...(mark === "bars" ? {} : {height}),
      }),
  });
}

function plainChart(
  choice: ChartChoice & {names?: readonly string[]},
  rows: readonly Row[],
  size: {width: number; height?: number; extent?: readonly number[]; document: Document},
) {
  const {mark, x, y, color: part} = choice;
  const text = (name: string) => (row: Row) => valueText(row[name]!);
  const number = (name: string) => (row: Row) => row[name] as number | null;
  const time = (name: string) => (row: Row) => row[name] as Date;
  const measured = measuredColumn(choice);
  const unit = unitOf(measured);
  const common = {
    ...size,
    name: sentence(wordsOf(measured)),
    ...(unit ? {format: formats[unit] as Format} : {}),
  };
  if (mark === "bars") return rankedBars(rows, {...common, label: text(y), value: number(x)});
  if (mark === "heatmap") {
    const scale = rows.some((row) => Number(row[measured]) < 0) ? "diverging" : "sequential";
    const {extent: _, ...plain} = common;
    return heatmap(rows, {...plain, x: time(x), y: text(y), value: number(measured), scale});
  }
  const names = choice.names ?? seriesOf(choice, rows);
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
