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
 * Kinds of purchase down, segments across, each cell the segment's share; the colour tells how far above or below
 * everybody it is, as a ratio. The last column is everybody.
 */
export function segmentProfile(
  cells: readonly ProfileCell[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const columns = distinct(cells.map(({segment}) => segment));
  const rows = distinct(cells.map(({kind}) => kind));
  const size = isNarrow ? 11 : 13;
  const headSize = isNarrow ? 10.5 : 13;
  const words = isNarrow ? rows.flatMap((name) => name.split(" ")) : rows;
  const nameRoom = Math.min(
    width * 0.3,
    (isNarrow ? 8 : 14) + Math.max(0, ...words.map((name) => textWidth(name, size))),
  );
  const columnRoom = (width - nameRoom) / Math.max(1, columns.length);
  const heads = new Map(columns.map((name) => [name, wrapped(name, columnRoom, headSize)]));
  const lineCount = Math.max(1, ...[...heads.values()].map((lines) => lines.length));
  const headRoom = 12 + lineCount * headSize * 1.3;
  const segmentNumber = (name: string) =>
    cells.find(({segment}) => segment === name)?.segment_number ?? undefined;
  return Plot.plot({
    ...plotDefaults(options),
    height: headRoom + rows.length * (isNarrow ? 28 : 32) + 4,
    marginTop: headRoom,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: 0,
    x: {type: "band", domain: columns, axis: null, padding: 0.03},
    y: {type: "band", domain: rows, axis: null, padding: 0.04},
    marks: [
      Plot.text(columns, {
        x: (name: string) => name,
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -8,
        text: (name: string) => heads.get(name)!.join("\n"),
        lineHeight: 1.2,
        fontSize: headSize,
        fontWeight: 550,
        fill: (name: string) => {
          const at = segmentNumber(name);
          return at === undefined ? color("ink-muted") : textColor(segmentColor(at));
        },
      }),
      Plot.text(rows, {
        y: (name: string) => name,
        frameAnchor: "left",
        dx: -nameRoom,
        textAnchor: "start",
        text: (name: string) => wrapped(name, nameRoom - 2, size).join("\n"),
        lineHeight: 1.1,
        fontSize: size,
        fill: color("ink"),
      }),
      Plot.cell(cells, {
        x: "segment",
        y: "kind",
        fill: (cell: ProfileCell) =>
          cell.ratio === null || cell.segment_number === null
            ? color("paper-sunk")
            : diverging((0.75 * Math.log2(Math.max(cell.ratio, 0.01))) / fullAt),
      }),
      Plot.text(cells, {
        x: "segment",
        y: "kind",
        text: (cell: ProfileCell) => percent(cell.share, 0).replace("%", isNarrow ? "" : "%"),
        fontSize: size,
        fill: color("ink"),
      }),
      tooltip(
        cells.map((cell) => ({
          x: cell.segment,
          y: cell.kind,
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

/** A name in lines that fit a width, as far as its words let it: lines keep apart, a single word may fill it. */
function wrapped(name: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= room - 6) lines[lines.length - 1] = longer;
    else lines.push(textWidth(word, size) <= room + 4 ? word : fitted(word, room, size));
  }
  return lines;
}
