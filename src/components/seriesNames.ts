/**
 * The names of a chart's series: beside the end of each line or stack where there is room, above the chart where there
 * is not. Either way the name carries the colour, and no reader has to look a colour up.
 */
import {type Frame, px, textWidth} from "./chart.js";
import {dodge} from "./dodge.js";
import {textColor} from "./palette.js";

export interface SeriesName {
  text: string;
  color: string;
  /** Where the series ends, in pixels from the top. */
  y: number;
}

const size = 13;

/** The right margin that names beside the chart need. */
export function namesWidth(names: readonly string[]): number {
  return 12 + Math.max(0, ...names.map((name) => textWidth(name, size)));
}

/** Names right of the plot, moved apart where they would collide. */
export function namesBeside(frame: Frame, names: readonly SeriesName[]): SVGGElement {
  const {svg, right, top, bottom} = frame;
  const placed = dodge(
    names.map(({y}) => y),
    size * 1.25,
    [top, bottom],
  );
  return svg(
    "g",
    {class: "names"},
    ...names.map(({text, color}, index) =>
      svg(
        "text",
        {
          class: "name",
          x: right + 8,
          y: px(placed[index]!),
          dy: "0.35em",
          style: `fill:${textColor(color)}`,
        },
        text,
      ),
    ),
  );
}

/** Names above the plot, each with a swatch, wrapping as a line of text does. */
export function namesAbove(
  {html}: Pick<Frame, "html">,
  names: readonly Pick<SeriesName, "text" | "color">[],
): HTMLElement {
  return html(
    "ul",
    {class: "names-above", "aria-hidden": "true"},
    ...names.map(({text, color}) =>
      html("li", {}, html("span", {class: "swatch", style: `background:${color}`}), text),
    ),
  );
}
