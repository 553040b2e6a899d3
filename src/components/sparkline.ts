import type {Value} from "../lib/format.js";
import {numeric, px} from "./chart.js";
import {builder} from "./dom.js";

/**
 * The path of a number as a small line without axes, its last value a dot. Decoration beside a number that says the same
 * in words: hidden from screen readers. Missing values leave a gap; fewer than two values draw nothing but the dot.
 */
export function sparkline(
  values: readonly Value[],
  {width = 120, height = 32, document = globalThis.document} = {},
): SVGSVGElement {
  const {svg} = builder(document);
  const points = values.map(numeric);
  const known = points.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const inset = 3;
  const x = (index: number) =>
    inset + (index / Math.max(1, points.length - 1)) * (width - 2 * inset);
  const y = (value: number) =>
    high === low
      ? height / 2
      : height - inset - ((value - low) / (high - low)) * (height - 2 * inset);
  let pen = "M";
  const path = points
    .map((value, index) => {
      if (!Number.isFinite(value)) {
        pen = "M";
        return "";
      }
      const step = `${pen}${px(x(index))},${px(y(value))}`;
      pen = "L";
      return step;
    })
    .join("");
  const last = points.findLastIndex(Number.isFinite);
  return svg(
    "svg",
    {class: "sparkline", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true"},
    svg("path", {d: path}),
    last >= 0 && svg("circle", {cx: px(x(last)), cy: px(y(points[last]!)), r: 2.5}),
  );
}
