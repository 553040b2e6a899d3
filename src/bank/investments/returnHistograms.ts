import * as Plot from "@observablehq/plot";
import {builder} from "../../components/dom.js";
import {color} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  narrow,
  plotDefaults,
  zeroLine,
} from "../../components/plotDefaults.js";
import {tooltip} from "../../components/tooltip.js";
import {count, percent} from "../../lib/format.js";
import {
  bandWidth,
  type Measure,
  measureNames,
  type ReturnBand,
} from "../../lib/investing/clients.js";
import {plural} from "../../lib/words.js";

/** The room between two pictures beside each other, which need this width. */
const [gap, leastBeside] = [32, 640];

const fills = {
  twr: color("context"),
  xirr: color("accent"),
} as const satisfies Record<Measure, string>;

/**
 * Two histograms of the same clients, on the same scales: the time-weighted return and the
 * money-weighted one, each with a line at its median. The bands at both ends are open.
 */
export function returnHistograms(rows: readonly ReturnBand[], options: ChartOptions): HTMLElement {
  const {document = globalThis.document} = options;
  const {html} = builder(document);
  const ends = rows.filter((row) => row.client_count > 0).map(({band_from}) => band_from);
  const scale = {
    from: Math.min(0, ...ends),
    to: Math.max(0, ...ends) + bandWidth,
    most: Math.max(1, ...rows.map(({client_count}) => client_count)),
  };
  const each = options.width < leastBeside ? options.width : (options.width - gap) / 2;
  return html(
    "div",
    {class: "panels"},
    ...(["twr", "xirr"] as const).map((measure) =>
      histogram(
        rows.filter((row) => row.measure === measure),
        measure,
        scale,
        {width: each, document},
      ),
    ),
  );
}

function histogram(
  rows: readonly ReturnBand[],
  measure: Measure,
  {from, to, most}: {from: number; to: number; most: number},
  options: ChartOptions,
): HTMLElement | SVGElement {
  const bars = rows.filter(({client_count}) => client_count > 0);
  const top = most * 1.36;
  const halo = {stroke: color("paper"), strokeWidth: 4, fontSize: 13} as const;
  return Plot.plot({
    ...plotDefaults({...options, height: 196}),
    marginLeft: 14,
    marginTop: 26,
    marginBottom: 30,
    x: {label: null, domain: [from, to]},
    y: {axis: null, domain: [0, top]},
    marks: [
      Plot.axisX({
        ticks: options.width < narrow ? 5 : 10,
        tickFormat: (tick: number) => percent(tick),
        ...axisLook,
      }),
      Plot.rectY(bars, {
        x1: "band_from",
        x2: (row: ReturnBand) => row.band_from + bandWidth,
        y: "client_count",
        fill: fills[measure],
        insetLeft: 0.75,
        insetRight: 0.75,
      }),
      zeroLine(),
      ...medianLine(bars, top),
      Plot.text(bars, {
        x: (row: ReturnBand) => row.band_from + bandWidth / 2,
        y: "client_count",
        text: (row: ReturnBand) => count(row.client_count),
        dy: -8,
        ...halo,
        fontSize: 11,
        fill: color("ink-muted"),
      }),
      Plot.text([measureNames[measure]], {
        frameAnchor: "top-left",
        dy: -18,
        ...halo,
        fontWeight: 550,
        fill: color("ink"),
      }),
      tooltip(
        bars.map(({band_from, client_count}) => ({
          x: band_from + bandWidth / 2,
          y: client_count,
          title: bandName(band_from, rows),
          lines: [{name: measureNames[measure], value: plural(client_count, "client")}],
        })),
      ),
    ],
  });
}

/** The median through its bar and above the number of it, its word beside it at the top. */
function medianLine(bars: readonly ReturnBand[], top: number): Plot.Markish[] {
  const band = bars.findLast(({band_from, median_share}) => band_from <= median_share) ?? bars[0];
  if (!band) return [];
  const {median_share, client_count} = band;
  const at = [{x: median_share, top, count: client_count, above: client_count + top * 0.15}];
  return [
    Plot.ruleX(at, {x: "x", y2: "count", stroke: color("paper"), strokeWidth: 1.5}),
    Plot.ruleX(at, {x: "x", y1: "above", y2: "top", stroke: color("ink"), strokeWidth: 1.5}),
    Plot.text(at, {
      x: "x",
      y: "top",
      text: () => `median ${percent(median_share, 1)}`,
      textAnchor: "start",
      lineAnchor: "top",
      dx: 6,
      fontSize: 13,
      fontWeight: 550,
      fill: color("ink"),
      stroke: color("paper"),
      strokeWidth: 4,
    }),
  ];
}

/** `5% to 10% a year`; the ends are open. */
function bandName(from: number, rows: readonly ReturnBand[]): string {
  if (from === rows.at(-1)?.band_from) return `${percent(from)} a year and more`;
  if (from === rows.at(0)?.band_from) return `below ${percent(from + bandWidth)} a year`;
  return `${percent(from)} to ${percent(from + bandWidth)} a year`;
}
