/** Which chart an answer could be: the one proposed from its columns, and which columns each mark takes. */
import {sentence, spaced} from "../words.js";
import type {Column, ColumnKind} from "./columns.js";

export const chartMarks = ["bars", "columns", "line", "heatmap"] as const;
export type ChartMark = (typeof chartMarks)[number];

/** Columns by name. */
export interface ChartChoice {
  readonly mark: ChartMark;
  readonly x: string;
  readonly y: string;
  /** The column that parts it into series; of a heatmap, the one whose values are the colour. */
  readonly color: string | undefined;
  /** The column for each of whose values there is a small chart; never of a heatmap. */
  readonly facet?: string;
  /** The order of bars and columns, where it is not that of the rows. */
  readonly order?: ChartOrder;
}

export const chartOrders = ["value", "name"] as const;
export type ChartOrder = (typeof chartOrders)[number];

type Kinds = readonly ColumnKind[];

/** Which kinds of columns each part of a mark takes; `needsColor` where it is nothing without one. */
export const chartParts: Readonly<
  Record<ChartMark, {x: Kinds; y: Kinds; color: Kinds; needsColor: boolean}>
> = {
  bars: {x: ["number"], y: ["text", "truth", "time"], color: [], needsColor: false},
  columns: {
    x: ["text", "truth", "time", "number"],
    y: ["number"],
    color: ["text", "truth"],
    needsColor: false,
  },
  line: {x: ["time"], y: ["number"], color: ["text", "truth"], needsColor: false},
  heatmap: {x: ["time"], y: ["text", "truth"], color: ["number"], needsColor: true},
};

/** More rows than these are no bars and no columns any more. */
export const mostBars = 60;
/** More series have no colours of their own. */
export const mostSeries = 8;

/** The chart that fits the columns, or undefined where none does: a chart needs numbers, and names or times. */
export function proposedChart(columns: readonly Column[]): ChartChoice | undefined {
  const of = (...kinds: ColumnKind[]) => columns.filter(({kind}) => kinds.includes(kind));
  const [number, time] = [lastNumber(columns), of("time")[0]];
  if (!number || number.values.length < 2) return undefined;
  const names = of("text", "truth");
  if (time) {
    const series = names.find((name) => distinctCount(name) > 1 && isUnique(time, name));
    const isMany = series && distinctCount(series) > mostSeries;
    if (isMany && isMonths(time))
      return {mark: "heatmap", x: time.name, y: series.name, color: number.name};
    if (!isMany && (series || isUnique(time)))
      return {mark: "line", x: time.name, y: number.name, color: series?.name};
  }
  const [name, series] = names;
  if (name && number.values.length <= mostBars)
    return series && !isUnique(name) && distinctCount(series) <= mostSeries
      ? {mark: "columns", x: name.name, y: number.name, color: series.name}
      : {mark: "bars", x: number.name, y: name.name, color: undefined};
  const [first] = of("number");
  if (first && first !== number && number.values.length <= mostBars)
    return {mark: "columns", x: first.name, y: number.name, color: undefined};
  return undefined;
}

/** Whether all times are first days: a heatmap has a column for each month. */
const isMonths = ({values}: Column) =>
  values.every((value) => value === null || (value instanceof Date && value.getUTCDate() === 1));

const distinctCount = ({values}: Column) => new Set(values.map(String)).size;

/** Whether each row has values of its own in these columns: there is one mark for each. */
function isUnique(...columns: readonly Column[]): boolean {
  const {values} = columns[0]!;
  const keys = values.map((_, row) => columns.map(({values}) => String(values[row])).join("\n"));
  return new Set(keys).size === keys.length;
}

/** What is measured usually comes last, and is no id. */
function lastNumber(columns: readonly Column[]): Column | undefined {
  return columns.findLast(
    ({kind, name}) => kind === "number" && !/(^|_)(id|year|month|day)$/.test(name),
  );
}

/** The choice with another mark: its columns stay where their kinds allow, the first that fit come for others. */
export function withMark(
  choice: ChartChoice,
  mark: ChartMark,
  columns: readonly Column[],
): ChartChoice | undefined {
  const parts = chartParts[mark];
  const free = columns.filter(({name}) => [choice.x, choice.y, choice.color].includes(name));
  const taken = new Set<string>();
  const take = (kinds: Kinds) => {
    const found = [...free, ...columns].find(
      ({kind, name}) => kinds.includes(kind) && !taken.has(name),
    );
    if (found) taken.add(found.name);
    return found?.name;
  };
  const [y, x] = mark === "bars" ? [take(parts.y), take(parts.x)] : [take(parts.y), take(parts.x)];
  const color = parts.needsColor || choice.color ? take(parts.color) : undefined;
  const time = columns.find(({name}) => name === x);
  if (mark === "heatmap" && time && !isMonths(time)) return undefined;
  if (x === undefined || y === undefined || (parts.needsColor && color === undefined))
    return undefined;
  const {facet, order} = choice;
  return {
    ...{mark, x, y, color},
    ...(facet === undefined || mark === "heatmap" ? {} : {facet}),
    ...(order === undefined || !hasOrder({mark}) ? {} : {order}),
  };
}

/** Whether the marks stand in an order that can be chosen. */
export const hasOrder = ({mark}: Pick<ChartChoice, "mark">): boolean =>
  mark === "bars" || mark === "columns";

/** The column that a chart is put in order by, and whether its greatest value comes first; undefined for that of the rows. */
export function orderOf(
  choice: ChartChoice,
): {key: string; kind: "number" | "text"; isDescending: boolean} | undefined {
  const {order, mark, x, y} = choice;
  if (order === undefined || !hasOrder(choice)) return undefined;
  return order === "value"
    ? {key: measuredColumn(choice), kind: "number", isDescending: true}
    : {key: mark === "bars" ? y : x, kind: "text", isDescending: false};
}

/** A choice as one word: `line:month,spent_eur,city`, `bars:spent_eur,city/facet=kind/order=value`. */
export function chartText({mark, x, y, color, facet, order}: ChartChoice): string {
  const names = [x, y, ...(color === undefined ? [] : [color])].map(encodeURIComponent).join();
  const more = Object.entries({facet, order}).filter(([, value]) => value !== undefined);
  return `${mark}:${names}${more.map(([key, value]) => `/${key}=${encodeURIComponent(value!)}`).join("")}`;
}

/** The choice that a word stands for; undefined where it is none. */
export function parseChart(text: string): ChartChoice | undefined {
  const [, word, names = "", facet, sorted] =
    /^(\w+):([^/]+)(?:\/facet=([^/]+))?(?:\/order=(\w+))?$/.exec(text) ?? [];
  const mark = chartMarks.find((mark) => mark === word);
  try {
    const [x, y, color] = names.split(",").map(decodeURIComponent);
    const order = chartOrders.find((order) => order === sorted);
    if (!mark || !x || !y) return undefined;
    return {
      ...{mark, x, y, color},
      ...(facet === undefined ? {} : {facet: decodeURIComponent(facet)}),
      ...(order === undefined ? {} : {order}),
    };
  } catch {
    return undefined; // a percent sign without its two digits
  }
}

/** How the values of a column are written: by the unit at the end of its name, as everywhere on the site. */
export function unitOf(column: string): "money" | "percent" | undefined {
  if (/(^|_)eur(_per_\w+)?$/.test(column)) return "money";
  return /(^|_)(share|rate|to_income)$/.test(column) ? "percent" : undefined;
}

/** The column whose values a chart measures. */
export const measuredColumn = ({mark, x, y, color}: ChartChoice): string =>
  mark === "bars" ? x : mark === "heatmap" ? (color ?? "") : y;

/** What a chart shows: `Spent by month and city`. */
export function titleOf({mark, x, y, color}: ChartChoice): string {
  if (mark === "bars") return `${sentence(wordsOf(x))} by ${wordsOf(y)}`;
  if (mark === "heatmap") return `${sentence(wordsOf(color!))} by ${wordsOf(x)} and ${wordsOf(y)}`;
  return `${sentence(wordsOf(y))} by ${wordsOf(x)}${color ? ` and ${wordsOf(color)}` : ""}`;
}

/** `spent_eur` becomes `spent`: the values say that they are euros. */
export const wordsOf = (column: string): string => spaced(column.replace(/_eur\b/, ""));
