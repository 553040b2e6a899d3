/** The lines of a line chart: read from rows, and drawn as paths. */
import type {Time} from "../lib/format.js";
import {distinct, type Frame, millis, numeric, px, reader} from "./chart.js";
import type {LineOptions} from "./lineChart.js";
import {color} from "./palette.js";

export interface Point {
  x: number;
  y: number;
  low: number;
  high: number;
}

export interface Line {
  series: string;
  text: string;
  color: string;
  isNamed: boolean;
  points: Point[];
}

/** One line a series, its points in order of time; a point without a time is left out. */
export function linesOf<Row>(rows: readonly Row[], options: LineOptions<Row>): Line[] {
  const {colors, names = (series: string) => series, isNamed = () => true, band} = options;
  const [x, y] = [reader(options.x), reader(options.y)];
  const series = options.series ? reader(options.series) : () => "";
  const [low, high] = band ? [reader(band[0]), reader(band[1])] : [undefined, undefined];
  return distinct(rows.map(series)).map((name) => ({
    series: name,
    text: names(name),
    color: colors?.(name) ?? color("accent"),
    isNamed: name !== "" && isNamed(name),
    points: rows
      .filter((row) => series(row) === name)
      .map((row) => ({
        x: millis(x(row)),
        y: numeric(y(row)),
        low: low ? numeric(low(row)) : Number.NaN,
        high: high ? numeric(high(row)) : Number.NaN,
      }))
      .filter((point) => Number.isFinite(point.x))
      .sort((a, b) => a.x - b.x),
  }));
}

export type Scale = (value: number) => number;

/** The path of a line, broken where a value is missing, and its dashed part. */
export function pathsOf(
  {svg}: Frame,
  {points, color, isNamed, series}: Line,
  x: Scale,
  y: Scale,
  dashedFrom: Time,
): SVGElement[] {
  const turn = millis(dashedFrom);
  const isContext = !isNamed && series !== "";
  const path = (part: readonly Point[], dashed: boolean) =>
    svg("path", {
      class: `line${isContext ? " is-context" : ""}${dashed ? " is-dashed" : ""}`,
      d: steps(part, ({x: at, y: value}) =>
        Number.isFinite(value) ? [x(at), y(value)] : undefined,
      ),
      stroke: color,
    });
  if (!Number.isFinite(turn)) return [path(points, false)];
  return [
    path(
      points.filter((point) => point.x <= turn),
      false,
    ),
    path(
      points.filter((point) => point.x >= turn),
      true,
    ),
  ];
}

function steps<T>(items: readonly T[], place: (item: T) => [number, number] | undefined): string {
  let pen = "M";
  return items
    .map((item) => {
      const at = place(item);
      const step = at ? `${pen}${px(at[0])},${px(at[1])}` : "";
      pen = at ? "L" : "M";
      return step;
    })
    .join("");
}

/** The band around a line, where it has one. */
export function bandOf({svg}: Frame, {points, color}: Line, x: Scale, y: Scale): SVGElement[] {
  const held = points.filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high));
  if (held.length === 0) return [];
  const upper = held.map((point) => `${px(x(point.x))},${px(y(point.high))}`);
  const lower = held.map((point) => `${px(x(point.x))},${px(y(point.low))}`).reverse();
  const d = `M${[...upper, ...lower].join("L")}Z`;
  return [svg("path", {class: "band", d, fill: color})];
}
