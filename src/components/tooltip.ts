/**
 * The tooltip of the house: a box beside what is nearest to the pointer, with the swatch, name and value of each part.
 * What it speaks of stays as it is while the rest of the chart fades. A tap shows it too, and another takes it away; for
 * the keyboard a figure has its table.
 */
import * as Plot from "@observablehq/plot";
import type {Spot} from "./lift.js";
import {once} from "./once.js";
import type {Stop} from "./stop.js";

/** What answers the pointer: loaded when the drawings of the page are there, so that none of them waits for it. */
const hover = once(async () => {
  await new Promise<unknown>((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));
  return import("./hover.js");
});

interface TooltipOptions {
  /** What counts as near: the horizontal distance, the vertical one, or both. */
  by?: "x" | "y" | "xy";
  /** Whether a rule and dots show the place on lines. */
  hasGuide?: boolean;
}

/** A mark without ink that answers the pointer with the nearest stop. */
export function tooltip(
  stops: readonly Stop[],
  {by = "x", hasGuide = false}: TooltipOptions = {},
): Plot.Markish {
  const [first] = stops;
  return Plot.dot(stops, {
    x: "x",
    y: "y",
    ...(first?.fx === undefined ? {} : {fx: "fx"}),
    ...(first?.fy === undefined ? {} : {fy: "fy"}),
    render(index, scales, values, dimensions, context) {
      const group = context.document.createElementNS("http://www.w3.org/2000/svg", "g");
      group.setAttribute("class", "stops");
      const place = {x: placing(scales.x), y: placing(scales.y)};
      const spots = Array.from(index, (at): Spot => {
        const stop = stops[at]!;
        const heights = stop.lines.map(({y}) => (y === undefined ? Number.NaN : place.y.of(y)));
        return {
          x: values.x![at]! + place.x.half,
          y: values.y![at]! + place.y.half,
          halfWidth: place.x.half,
          halfHeight: place.y.half,
          stop,
          heights,
        };
      });
      const {width, height, marginTop, marginRight, marginBottom, marginLeft} = dimensions;
      const frame = {
        left: marginLeft,
        right: width - marginRight,
        top: marginTop,
        bottom: height - marginBottom,
      };
      const svg = context.ownerSVGElement;
      void hover().then(({hovering}) => hovering(svg, {group, spots, frame, by, hasGuide}));
      return group;
    },
  });
}

/** A scale as a function, with half the width of a band where it has bands. */
function placing(scale: unknown): {of: (value: number) => number; half: number} {
  const given = scale as ((value: number) => number) & {bandwidth?: () => number};
  return {of: (value) => given?.(value), half: (given?.bandwidth?.() ?? 0) / 2};
}
