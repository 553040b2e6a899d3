import * as Plot from "@observablehq/plot";
import {monthShort, month as monthText, percent, type Time} from "../lib/format.js";
import {industryName} from "../lib/industries.js";
import type {Industry} from "../lib/schema.js";
import {type SectorSeason, swings} from "../lib/sectors/seasons.js";
import {dated} from "./channel.js";
import {color, industryColor} from "./palette.js";
import {type ChartOptions, narrow, plotDefaults} from "./plotDefaults.js";

/**
 * One small chart an industry, all on one scale: revenue of each month as a share of the industry's own mean month,
 * which is the level line. The widest swing comes first; the highest month of each is named.
 */
export function sectorSeasons(
  rows: readonly SectorSeason[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const columns = width < narrow ? 2 : width < 900 ? 3 : 4;
  const order = swings(rows);
  const place = new Map(
    order.map(({industry}, index) => [industry, [index % columns, Math.floor(index / columns)]]),
  );
  const cell = {
    fx: ({industry}: {industry: string}) => place.get(industry)?.[0],
    fy: ({industry}: {industry: string}) => place.get(industry)?.[1],
  };
  const points = rows
    .filter(({mean_share}) => mean_share !== null)
    .map((row) => ({...row, at: dated(row.month)}));
  const peaks = order.map(({high}) => ({...high, at: dated(high.month)}));
  const fill = ({industry}: {industry: string}) => industryColor(industry as Industry);
  const high = Math.max(1.1, ...points.map((row) => row.mean_share ?? 0));
  const ends = [points[0]?.at, points.at(-1)?.at].filter((at) => at !== undefined);
  const middle = ends.length === 2 ? (Number(ends[0]) + Number(ends[1])) / 2 : 0;
  const bottoms = order.slice(-columns);
  return Plot.plot({
    ...plotDefaults(options),
    height: Math.ceil(order.length / columns) * 124 + 28,
    marginTop: 26,
    marginLeft: 40,
    marginRight: 10,
    marginBottom: 26,
    x: {type: "utc", label: null, axis: null},
    y: {label: null, domain: [0, high * 1.08], axis: null},
    fx: {axis: null, padding: 0.12},
    fy: {axis: null, padding: 0.16},
    marks: [
      Plot.ruleY(order, {...cell, y: 0, stroke: color("rule-strong")}),
      Plot.ruleY(order, {...cell, y: 1, stroke: color("ink-muted"), strokeDasharray: "3 3"}),
      Plot.text(
        order.filter(({industry}) => place.get(industry)?.[0] === 0),
        {
          ...cell,
          y: 1,
          text: () => "100%",
          frameAnchor: "left",
          textAnchor: "end",
          dx: -6,
          fill: color("ink-muted"),
        },
      ),
      Plot.text(
        order.filter(({industry}) => place.get(industry)?.[0] === 0),
        {
          ...cell,
          y: 0,
          text: () => "0",
          frameAnchor: "left",
          textAnchor: "end",
          dx: -6,
          fill: color("ink-muted"),
        },
      ),
      Plot.areaY(points, {
        ...cell,
        x: "at",
        y: "mean_share",
        z: "industry",
        fill,
        fillOpacity: 0.12,
      }),
      Plot.lineY(points, {
        ...cell,
        x: "at",
        y: "mean_share",
        z: "industry",
        stroke: fill,
        strokeWidth: 2,
      }),
      Plot.dot(peaks, {...cell, x: "at", y: "mean_share", r: 3, fill}),
      Plot.text(peaks, {
        ...cell,
        x: "at",
        y: "mean_share",
        text: (row) => `${monthShort(row.month)} ${percent(row.mean_share)}`,
        dy: -10,
        textAnchor: ({at}) => (Number(at) < middle ? "start" : "end"),
        fill: color("ink"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      Plot.text(order, {
        ...cell,
        text: ({industry}) => industryName(industry),
        frameAnchor: "top-left",
        dy: -12,
        fontSize: 13,
        fontWeight: 600,
        fill: color("ink"),
      }),
      Plot.text(
        bottoms.flatMap(({industry}) => ends.map((at) => ({industry, at}))),
        {
          ...cell,
          x: "at",
          text: ({at}) => yearMonth(at),
          frameAnchor: "bottom",
          dy: 14,
          textAnchor: ({at}) => (Number(at) < middle ? "start" : "end"),
          fill: color("ink-muted"),
        },
      ),
      Plot.tip(
        points,
        Plot.pointer({
          ...cell,
          x: "at",
          y: "mean_share",
          channels: {
            of: {
              value: (row: SectorSeason) =>
                `${industryName(row.industry)}, ${monthText(row.month)}`,
              label: "",
            },
            share: {
              value: (row: SectorSeason) => percent(row.mean_share),
              label: "Of its mean month",
            },
          },
          format: {x: false, y: false, fx: false, fy: false, z: false},
          fill: color("paper-raised"),
          stroke: color("rule-strong"),
          pathFilter: "none",
        } as Plot.TipOptions & Plot.PointerOptions),
      ),
    ],
  });
}

/** `May 2025`, short. */
function yearMonth(time: Time): string {
  return `${monthShort(time)} ${dated(time).getUTCFullYear()}`;
}
