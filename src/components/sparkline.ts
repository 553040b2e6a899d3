import * as Plot from "@observablehq/plot";
import type {Value} from "../lib/format.js";
import {numeric} from "./channel.js";
import {color} from "./palette.js";

/**
 * The path of a number as a small line without axes, its last value a dot. Decoration beside a number that says the same
 * in words: hidden from screen readers. A missing value leaves a gap.
 */
export function sparkline(
  values: readonly Value[],
  {width = 120, height = 32, document = globalThis.document} = {},
): HTMLElement | SVGElement {
  const points = values.map((value, x) => ({x, y: numeric(value)}));
  const last = points.findLast(({y}) => Number.isFinite(y));
  const drawn = Plot.plot({
    document,
    width,
    height,
    margin: 3,
    axis: null,
    y: {zero: false},
    marks: [
      Plot.lineY(points, {x: "x", y: "y", stroke: color("context"), strokeWidth: 1.5}),
      Plot.dot(last ? [last] : [], {x: "x", y: "y", r: 2.5, fill: color("accent")}),
    ],
  });
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}
