import * as Plot from "@observablehq/plot";
import {dated} from "../../components/channel.js";
import {color} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {type SectorSeason, swings} from "../../lib/companies/seasons.js";
import {monthShort, monthText, percent, year} from "../../lib/format.js";

interface Panel {
  industry: string;
}

const muted = {fill: color("ink-muted")};

/**
 * One small chart an industry, all on one scale: revenue of each month as a share of the industry's own mean month,
 * which is the level line. The widest swing comes first; the highest month of each is named.
 */
export function seasonPanels(
  rows: readonly SectorSeason[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const columns = width < narrow ? 2 : width < 900 ? 3 : 4;
  const order = swings(rows);
  const index = new Map(order.map(({industry}, at) => [industry, at]));
  const panel = {
    fx: ({industry}: Panel) => (index.get(industry) ?? 0) % columns,
    fy: ({industry}: Panel) => Math.floor((index.get(industry) ?? 0) / columns),
  };
  const points = rows.flatMap((row) =>
    row.mean_share === null ? [] : {...row, share: row.mean_share, at: dated(row.month)},
  );
  const peaks = points.filter(({industry, at}) =>
    order.some(({high}) => high.industry === industry && Number(dated(high.month)) === Number(at)),
  );
  const times = points.map(({at}) => Number(at)).sort((a, b) => a - b);
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  const isEarly = ({at}: {at: Date}) => Number(at) < (first + last) / 2;
  const line = {...panel, x: "at", y: "share", z: "industry"};
  const left = order.filter((_, at) => at % columns === 0);
  const bottom = order.slice(-columns);
  return Plot.plot({
    ...plotDefaults(options),
    height: Math.ceil(order.length / columns) * 134 + 34,
    marginTop: 30,
    marginLeft: 40,
    marginRight: 10,
    marginBottom: 26,
    x: {type: "utc", label: null, axis: null},
    y: {
      label: null,
      axis: null,
      domain: [0, 1.2 * Math.max(1.1, ...points.map(({share}) => share))],
    },
    fx: {axis: null, padding: 0.12},
    fy: {axis: null, padding: 0.3},
    marks: [
      Plot.ruleY(order, {...panel, y: 0, stroke: color("rule-strong")}),
      Plot.ruleY(order, {...panel, y: 1, stroke: color("ink-muted"), strokeDasharray: "3 3"}),
      [0, 1].map((level) =>
        Plot.text(left, {
          ...panel,
          ...muted,
          y: level,
          text: () => percent(level, 0),
          frameAnchor: "left",
          textAnchor: "end",
          dx: -6,
        }),
      ),
      Plot.areaY(points, {...line, fill: color("accent"), fillOpacity: 0.12}),
      Plot.lineY(points, {...line, stroke: color("accent"), strokeWidth: 2}),
      Plot.dot(peaks, {...panel, x: "at", y: "share", r: 3, fill: color("accent")}),
      [true, false].map((early) =>
        Plot.text(
          peaks.filter((peak) => isEarly(peak) === early),
          {
            ...panel,
            x: "at",
            y: "share",
            text: ({at, share}) => `${monthShort(at)} ${percent(share)}`,
            dy: -10,
            textAnchor: early ? "start" : "end",
            fill: color("ink"),
            stroke: color("paper"),
            strokeWidth: 4,
          },
        ),
      ),
      Plot.text(order, {
        ...panel,
        text: ({industry}) => industryName(industry),
        frameAnchor: "top-left",
        dy: -18,
        fontSize: 13,
        fontWeight: 600,
        fill: color("ink"),
      }),
      (
        [
          ["start", first],
          ["end", last],
        ] as const
      ).map(([textAnchor, time]) =>
        Plot.text(bottom, {
          ...panel,
          ...muted,
          x: () => new Date(time),
          text: () => `${monthShort(time)} ${year(time)}`,
          frameAnchor: "bottom",
          textAnchor,
          dy: 16,
        }),
      ),
      tooltip(
        points.map((point) => ({
          x: point.at,
          y: point.share,
          fx: panel.fx(point),
          fy: panel.fy(point),
          title: `${industryName(point.industry)}, ${monthText(point.at)}`,
          lines: [{name: "Of its mean month", value: percent(point.share)}],
        })),
      ),
    ],
  });
}
