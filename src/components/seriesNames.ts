import * as Plot from "@observablehq/plot";
import {dodge} from "./dodge.js";
import {textColor} from "./palette.js";
import {textWidth} from "./textWidth.js";

/** The name of a line, and where the line ends. */
export interface SeriesEnd {
  x: Date | number;
  y: number;
  text: string;
  color: string;
}

const size = 13;

/** The right margin that names beside a chart need. */
export function namesMargin(names: readonly string[]): number {
  return 14 + Math.max(0, ...names.map((name) => textWidth(name, size)));
}

/** Names beside the ends of lines, moved apart where they would collide; a reader need not look a colour up. */
export function namesBeside(ends: readonly SeriesEnd[]): Plot.Markish {
  return Plot.text(ends, {
    x: "x",
    y: "y",
    text: "text",
    fill: (end: SeriesEnd) => textColor(end.color),
    dx: 8,
    textAnchor: "start",
    fontSize: size,
    fontWeight: 550,
    render(index, scales, values, dimensions, context, next) {
      const {marginTop, marginBottom, height} = dimensions;
      const moved = dodge([...(values.y ?? [])], size * 1.25, [marginTop, height - marginBottom]);
      return (
        next?.(index, scales, Object.assign({}, values, {y: moved}), dimensions, context) ?? null
      );
    },
  });
}
