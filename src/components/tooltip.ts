import * as Plot from "@observablehq/plot";
import {color} from "./palette.js";

/** What a tooltip says at one place: a title, and names with their values. */
export interface Stop {
  /** The place, in the units of the chart's scales. */
  x: Date | number | string;
  y: number | string;
  title: string;
  lines: readonly {name: string; value: string}[];
}

/**
 * The tooltip of the house, on what is nearest to the pointer: `by: "x"` looks at the horizontal distance only,
 * `"xy"` at both. It repeats name, value and unit.
 */
export function tooltip(
  stops: readonly Stop[],
  {by = "x"}: {by?: "x" | "y" | "xy"} = {},
): Plot.Markish {
  const names = new Set(stops.flatMap(({lines}) => lines.map(({name}) => name)));
  const channels = {
    at: {value: "title", label: ""},
    ...Object.fromEntries(
      [...names].map((name) => [
        name,
        {value: (stop: Stop) => stop.lines.find((line) => line.name === name)?.value, label: name},
      ]),
    ),
  };
  const nearest = {x: Plot.pointerX, y: Plot.pointerY, xy: Plot.pointer}[by];
  return Plot.tip(
    stops,
    nearest({
      x: "x",
      y: "y",
      channels,
      format: {x: false, y: false},
      fill: color("paper-raised"),
      stroke: color("rule-strong"),
      lineHeight: 1.35,
      lineWidth: 40,
      pathFilter: "none",
      maxRadius: Number.POSITIVE_INFINITY,
    } as Plot.TipOptions & Plot.PointerOptions),
  );
}
