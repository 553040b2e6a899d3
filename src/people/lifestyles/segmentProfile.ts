import * as Plot from "@observablehq/plot";
import {distinct} from "../../components/channel.js";
import {color, diverging, segmentColor, textColor} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {fitted, textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {percent} from "../../lib/format.js";
import type {ProfileCell} from "./profile.js";

/** Where the colour is full: twice everybody's share, or half of it. */
const fullAt = 1;

/**
 * Segments down, kinds of purchase across, each cell the segment's share; the colour tells how far above or below
 * everybody it is, as a ratio. The last row is everybody.
 */
export function segmentProfile(
  cells: readonly ProfileCell[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const rows = distinct(cells.map(({segment}) => segment));
  const columns = distinct(cells.map(({kind}) => kind));
  const size = isNarrow ? 11 : 13;
  const nameRoom = Math.min(
    width * 0.32,
    14 + Math.max(0, ...rows.map((name) => textWidth(name, size))),
  );
  const headRoom =
    16 + (isNarrow ? 1 : 0.82) * Math.max(0, ...columns.map((name) => textWidth(name, size)));
  const segmentNumber = (name: string) =>
    cells.find(({segment}) => segment === name)?.segment_number ?? undefined;
  return Plot.plot({
    ...plotDefaults(options),
    height: headRoom + rows.length * (isNarrow ? 28 : 34) + 4,
    marginTop: headRoom,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: isNarrow ? 4 : 56,
    x: {type: "band", domain: columns, label: null, padding: 0.03},
    y: {type: "band", domain: rows, axis: null, padding: 0.04},
    marks: [
      Plot.axisX({
        anchor: "top",
        tickSize: 0,
        tickPadding: 6,
        tickRotate: isNarrow ? -90 : -52,
        fontSize: size,
        fill: color("ink"),
        label: null,
      }),
      Plot.text(rows, {
        y: (name: string) => name,
        frameAnchor: "left",
        dx: -nameRoom,
        textAnchor: "start",
        text: (name: string) => fitted(name, nameRoom - 8, size),
        fontSize: size,
        fontWeight: 550,
        fill: (name: string) => {
          const at = segmentNumber(name);
          return at === undefined ? color("ink-muted") : textColor(segmentColor(at));
        },
      }),
      Plot.cell(cells, {
        x: "kind",
        y: "segment",
        fill: (cell: ProfileCell) =>
          cell.ratio === null || cell.segment_number === null
            ? color("paper-sunk")
            : diverging((0.75 * Math.log2(Math.max(cell.ratio, 0.01))) / fullAt),
      }),
      Plot.text(cells, {
        x: "kind",
        y: "segment",
        text: (cell: ProfileCell) => percent(cell.share, 0).replace("%", isNarrow ? "" : "%"),
        fontSize: size,
        fill: color("ink"),
      }),
      tooltip(
        cells.map((cell) => ({
          x: cell.kind,
          y: cell.segment,
          title: `${cell.segment}: ${cell.kind}`,
          lines: [
            {name: "Share of purchases", value: percent(cell.share, 1)},
            {name: "Everybody", value: percent(cell.everybody_share, 1)},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
