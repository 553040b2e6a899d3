/** What bar charts have in common: their axis of months or names, and what their tooltips say. */
import * as Plot from "@observablehq/plot";
import {short} from "../lib/format.js";
import type {BarOptions} from "./barOptions.js";
import type {barParts} from "./barParts.js";
import {signColor} from "./palette.js";
import {axisLook, monthAxis} from "./plotDefaults.js";
import type {Stop} from "./stop.js";
import {textWidth} from "./textWidth.js";

type Data<Row extends object> = ReturnType<typeof barParts<Row>>;

/** Months below the bars, or names. */
export function barAxis<Row extends object>(
  {bars, isTime}: Data<Row>,
  width: number,
): Plot.Markish {
  const keys = bars.map(({key}) => key);
  return isTime ? monthAxis(keys, width) : namesBelow(keys.map(String), width);
}

/** Names below the bars: every one, or every nth where they would touch. */
function namesBelow(names: readonly string[], width: number): Plot.Markish {
  const widest = Math.max(0, ...names.map((name) => textWidth(name) + 8));
  const step = Math.max(1, Math.ceil((widest * names.length) / Math.max(1, width - 50)));
  return Plot.axisX({
    ticks: names.filter((_, index) => index % step === 0),
    ...axisLook,
  });
}

/** What is told of each bar: its parts and what they come to, the net first where the bars are that. */
export function barStops<Row extends object>(
  {bars, formatX}: Data<Row>,
  {colors, names, color: own, name = "Value", format = short, net}: BarOptions<Row>,
): Stop[] {
  return bars.map(({key, up, sum, parts}) => {
    const lines = parts.map(({row, series, value}) => ({
      name: series === "" ? name : (names?.(series) ?? series),
      value: format(value),
      color: series === "" ? own?.(row) : colors?.(series),
    }));
    const total = {name: typeof net === "string" ? net : "Together", value: format(sum)};
    return {
      x: key,
      y: net ? sum : up,
      title: formatX(key),
      lines: net
        ? [{...total, color: signColor(sum)}, ...lines]
        : [...lines, ...(parts.length > 1 ? [total] : [])],
    };
  });
}
