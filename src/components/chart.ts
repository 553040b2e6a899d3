/**
 * What every chart stands on: its options, how it reads a row, and its frame, a focusable box with an SVG and
 * margins. A chart is `(rows, {width, …}) → element`; it fetches nothing and draws in whatever document it is
 * given. The figure around it redraws it when the width changes and names it for screen readers.
 */
import type {Time, Value} from "../lib/format.js";
import {asDate} from "../lib/format.js";
import {type Builder, builder} from "./dom.js";

export interface ChartOptions {
  /** In pixels, from the figure. */
  width: number;
  height?: number;
  document?: Document;
}

/** How a chart reads a row: the name of a column, or a function. */
export type Channel<Row, T> = (keyof Row & string) | ((row: Row) => T);

/** The reader of a channel. */
export function reader<Row, T>(channel: Channel<Row, T>): (row: Row) => T {
  return typeof channel === "function" ? channel : (row) => row[channel] as unknown as T;
}

/** The finite number of a value, or `NaN`. */
export function numeric(value: Value): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}

/** Milliseconds of a time, or `NaN`. */
export function millis(time: Time): number {
  return asDate(time)?.getTime() ?? Number.NaN;
}

export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Frame extends Builder {
  readonly document: Document;
  /** The element that a chart returns; it holds the SVG, and later the tooltip. */
  readonly root: HTMLElement;
  readonly canvas: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly margin: Margin;
  /** The edges of the plot inside its margins. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An empty chart of this size. */
export function frame({
  document = globalThis.document,
  width,
  height,
  margin,
}: ChartOptions & {height: number; margin: Margin}): Frame {
  const make = builder(document);
  const canvas = make.svg("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "aria-hidden": "true",
  });
  const root = make.html("div", {class: "chart", role: "img", tabindex: 0}, canvas);
  return {
    ...make,
    document,
    root,
    canvas,
    width,
    height,
    margin,
    left: margin.left,
    right: Math.max(margin.left + 1, width - margin.right),
    top: margin.top,
    bottom: height - margin.bottom,
  };
}

/** Below this width a chart has fewer ticks and its series' names above it. */
export const narrow = 520;

/**
 * About how wide a text in Inter is, in pixels: a document in Node cannot measure, and a chart needs its margins
 * before it is on a page. Errs on the wide side.
 */
export function textWidth(text: string, size = 12): number {
  let ems = 0;
  for (const letter of text) {
    if (/[ilj.,:;'|!()[\] ]/.test(letter)) ems += 0.3;
    else if (/[mwMW€%–−+]/.test(letter)) ems += 0.82;
    else if (/[A-Z0-9]/.test(letter)) ems += 0.66;
    else ems += 0.57;
  }
  return Math.ceil(ems * size);
}

/** Coordinates with at most one decimal: shorter documents, same picture. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The distinct values in order of appearance. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
