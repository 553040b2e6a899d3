import * as Plot from "@observablehq/plot";
import {type Format, monthText, short, type Time, type Value} from "../lib/format.js";
import {type Channel, dated, distinct, numeric, reader} from "./channel.js";
import {builder} from "./dom.js";
import {type HeatCell, isSameCell, withChoice} from "./heatmapChoice.js";
import {nameAxis} from "./nameAxis.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color, diverging, sequential} from "./palette.js";
import {type ChartOptions, chartOptions, monthAxis, narrow, plotDefaults} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface HeatOptions<Row> extends ChartOptions {
  x: Channel<Row, Time>;
  y: Channel<Row, string>;
  value: Channel<Row, Value>;
  names?(name: string): string;
  format?: Format;
  /** `diverging` is centred on zero: losses and gains; `sequential` begins at zero. */
  scale?: "diverging" | "sequential";
  /** Where the colour is full; the largest magnitude, unless told. Beyond it the colour stays. */
  limit?: number;
  /** What the two ends of the scale mean: `["more out", "more in"]`. */
  ends?: readonly [string, string];
  /** The cell that is chosen at first. */
  selected?: Pick<HeatCell, "month" | "name">;
  /** What the value is, for the tooltip. */
  name?: string;
}

const optionNames: OptionNames<HeatOptions<object>> = {
  ...chartOptions,
  x: true,
  y: true,
  value: true,
  names: true,
  format: true,
  scale: true,
  limit: true,
  ends: true,
  selected: true,
  name: true,
};

/** The element that a heatmap returns: an input whose value is the chosen cell. */
export type HeatmapElement = HTMLElement & {value: HeatCell | undefined};

/**
 * Months across, names down, a value as colour; names keep the order of the rows. A cell can be chosen with the pointer
 * or the keyboard (arrows, Home, End, Enter): that sets `.value` and sends `input`; choosing it again clears.
 */
export function heatmap<Row extends object>(
  rows: readonly Row[],
  options: HeatOptions<Row>,
): HeatmapElement {
  assertOptions(options, optionNames);
  const {width, document = globalThis.document, format = short, selected} = options;
  const {names = (name: string) => name, scale = "diverging", name: measure = "Value"} = options;
  const [x, y, value] = [
    reader(options.x, rows),
    reader(options.y, rows),
    reader(options.value, rows),
  ];
  const cells: HeatCell[] = rows.map((row) => {
    const number = numeric(value(row));
    return {
      month: dated(x(row)),
      name: y(row),
      value: Number.isFinite(number) ? number : undefined,
    };
  });
  const limit =
    options.limit ?? (Math.max(0, ...cells.map((cell) => Math.abs(cell.value ?? 0))) || 1);
  const paint = scale === "diverging" ? diverging : sequential;
  const rowNames = distinct(cells.map((cell) => cell.name));
  const nameRoom = Math.min(
    width * 0.3,
    14 + Math.max(0, ...rowNames.map((name) => textWidth(names(name), 13))),
  );
  const pitch = width < narrow ? 26 : 32;
  const plot = Plot.plot({
    ...plotDefaults(options),
    height: rowNames.length * pitch + 38,
    marginTop: 36,
    marginBottom: 2,
    marginLeft: nameRoom,
    marginRight: 2,
    x: {type: "band", interval: "month", label: null, padding: 0.03},
    y: {type: "band", domain: rowNames, label: null, padding: 0.03},
    marks: [
      monthAxis(
        cells.map((cell) => cell.month),
        width - nameRoom,
        "top",
      ),
      nameAxis(nameRoom, {size: width < narrow ? 12 : 13, names}),
      Plot.cell(cells, {
        x: "month",
        y: "name",
        fill: (cell: HeatCell) =>
          cell.value === undefined ? color("rule") : paint(cell.value / limit),
        className: "heat-cells",
      }),
      tooltip(
        cells.map((cell) => ({
          x: cell.month,
          y: cell.name,
          title: `${names(cell.name)}, ${monthText(cell.month)}`,
          lines: [{name: measure, value: format(cell.value)}],
        })),
        {by: "xy"},
      ),
    ],
  });
  const {html} = builder(document);
  const key = scaleKey(html, {
    limit,
    format,
    paint,
    isDiverging: scale === "diverging",
    ends: options.ends,
  });
  const root = html("div", {class: "heatmap", role: "group"}, plot, key);
  return withChoice(root, {
    cells,
    marks: [...plot.querySelectorAll<SVGElement>(".heat-cells rect")],
    label: (cell) => `${names(cell.name)}, ${monthText(cell.month)}: ${format(cell.value)}`,
    selected: selected && cells.find((cell) => isSameCell(cell, selected)),
    document,
  });
}

interface KeyOptions {
  limit: number;
  format: (value: Value) => string;
  paint: (share: number) => string;
  isDiverging: boolean;
  ends?: readonly [string, string] | undefined;
}

/** The scale in words and colours; a diverging one says where zero is. */
function scaleKey(
  html: ReturnType<typeof builder>["html"],
  {limit, format, paint, isDiverging, ends}: KeyOptions,
): HTMLElement {
  const steps = isDiverging
    ? [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]
    : [0, 0.25, 0.5, 0.75, 1];
  const low = format(isDiverging ? -limit : 0);
  const step = (share: number) =>
    html("span", {
      class: share === 0 && isDiverging ? "is-zero" : undefined,
      style: `background:${paint(share)}`,
    });
  return html(
    "div",
    {class: "scale", "aria-hidden": "true"},
    html("span", {}, ends ? `${format(limit)} ${ends[0]}` : low),
    html("span", {class: "scale-steps"}, ...steps.map(step)),
    html("span", {}, ends ? `${format(limit)} ${ends[1]}` : format(limit)),
  );
}
