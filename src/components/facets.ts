import type {Value} from "../lib/format.js";
import {type Channel, numeric, reader} from "./channel.js";
import {builder} from "./dom.js";
import {assertOptions, type OptionNames} from "./options.js";

export interface FacetOptions<Row> {
  /** In pixels, from the figure. */
  width: number;
  /** What parts the rows: a chart for each value, in the order of the rows. */
  by: Channel<Row, string>;
  /** What the charts measure: their axes span the values of all. */
  value: Channel<Row, Value>;
  /** Where values are stacked, what they are stacked at. */
  at?: Channel<Row, unknown>;
  /** The chart of one part. */
  chart: (
    rows: readonly Row[],
    options: {width: number; height: number; extent: readonly number[]; document: Document},
  ) => HTMLElement | SVGElement;
  document?: Document;
}

const optionNames: OptionNames<FacetOptions<object>> = {
  width: true,
  by: true,
  value: true,
  at: true,
  chart: true,
  document: true,
};

/** More charts than these cannot be compared at a glance. */
export const mostFacets = 16;
const [leastWidth, gap, height] = [260, 24, 200] as const;

/** A small chart for each part of the rows, all on one scale, so that they can be compared. */
export function facets<Row extends object>(
  rows: readonly Row[],
  options: FacetOptions<Row>,
): HTMLElement {
  assertOptions(options, optionNames);
  const {width, chart, document = globalThis.document} = options;
  const {html} = builder(document);
  const by = reader(options.by, rows);
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(by(row));
    parts.set(name, [...(parts.get(name) ?? []), row]);
  }
  if (parts.size > mostFacets)
    throw new Error(`${parts.size} small charts (choose at most ${mostFacets} values)`);
  const columns = Math.max(1, Math.min(parts.size, Math.floor((width + gap) / (leastWidth + gap))));
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const extent = extentOf([...parts.values()], rows, options);
  return html(
    "div",
    {class: "facets", style: `grid-template-columns:repeat(${columns},minmax(0,1fr))`},
    ...Array.from(parts, ([name, rows]) => {
      const drawn = chart(rows, {width: each, height, extent, document});
      drawn.setAttribute("role", "img");
      drawn.setAttribute("aria-label", name);
      return html("div", {}, html("p", {class: "panel-title"}, name), drawn);
    }),
  );
}

/** Zero, the least and the greatest value; of stacks, the sums of what is above zero and of what is below. */
function extentOf<Row extends object>(
  parts: readonly (readonly Row[])[],
  rows: readonly Row[],
  {value: channel, at}: FacetOptions<Row>,
): readonly [low: number, high: number] {
  const value = reader(channel, rows);
  const place = at && reader(at, rows);
  let [low, high] = [0, 0];
  for (const part of parts) {
    const sums = new Map<unknown, {up: number; down: number}>();
    for (const [index, row] of part.entries()) {
      const number = numeric(value(row));
      if (!Number.isFinite(number)) continue;
      const key = place ? String(place(row)) : index;
      const sum = sums.get(key) ?? {up: 0, down: 0};
      if (number > 0) sum.up += number;
      else sum.down += number;
      sums.set(key, sum);
    }
    for (const {up, down} of sums.values()) [low, high] = [Math.min(low, down), Math.max(high, up)];
  }
  return [low, high];
}
