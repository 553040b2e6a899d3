import * as Plot from "@observablehq/plot";
import {nameAxis} from "../../components/nameAxis.js";
import {color} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  gridLook,
  narrow,
  plotDefaults,
} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {percent} from "../../lib/format.js";
import type {PersonHabit} from "./profile.js";

export interface HabitDotOptions extends ChartOptions {
  /** What the three marks are called: the person, the segment, everybody. */
  person: string;
  segment: string | undefined;
  /** The colour of the segment. */
  segmentColor: string;
}

const pitch = 30;

/**
 * One person's shares of purchases, a row a kind: a dot for the person, a ring for the segment, a stroke for everybody,
 * on one axis from zero. A line leads from everybody to the person.
 */
export function habitDots(
  rows: readonly PersonHabit[],
  options: HabitDotOptions,
): HTMLElement | SVGElement {
  const {width, person, segment, segmentColor} = options;
  const size = width < narrow ? 12 : 13;
  const nameRoom = 16 + Math.max(0, ...rows.map(({kind}) => textWidth(kind, size)));
  const ticks = Math.max(3, Math.round((width - nameRoom) / 90));
  const inSegment = rows.filter((row) => row.segment_share !== null);
  const keys = [
    {text: `● ${person}`, fill: color("ink")},
    ...(segment ? [{text: `○ ${segment}`, fill: segmentColor}] : []),
    {text: "❘ everybody", fill: color("ink-muted")},
  ];
  const isStacked = keys.reduce((sum, {text}) => sum + textWidth(text, 13) + 18, 0) > width;
  const marginTop = isStacked ? 8 + 18 * keys.length : 30;
  return Plot.plot({
    ...plotDefaults(options),
    height: rows.length * pitch + marginTop + 30,
    marginTop,
    marginBottom: 30,
    marginLeft: nameRoom,
    marginRight: 24,
    x: {label: null, zero: true, nice: true},
    y: {label: null, type: "band", domain: rows.map(({kind}) => kind), padding: 0.35},
    marks: [
      Plot.gridX({ticks, ...gridLook}),
      Plot.axisX({
        ticks,
        tickFormat: (tick: number) => percent(tick),
        ...axisLook,
      }),
      nameAxis(nameRoom, {size, padding: 10}),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      Plot.ruleY(rows, {
        y: "kind",
        x1: "everybody_share",
        x2: "person_share",
        stroke: color("rule-strong"),
        strokeWidth: 2,
      }),
      Plot.tickX(rows, {
        x: "everybody_share",
        y: "kind",
        stroke: color("context"),
        strokeWidth: 3,
      }),
      Plot.dot(inSegment, {
        x: "segment_share",
        y: "kind",
        r: 5.5,
        stroke: segmentColor,
        strokeWidth: 2.5,
        fill: color("paper"),
      }),
      Plot.dot(rows, {x: "person_share", y: "kind", r: 5, fill: color("ink")}),
      ...keys.map(({text, fill}, at) =>
        Plot.text([text], {
          frameAnchor: "top-left",
          textAnchor: "start",
          dx: isStacked ? -nameRoom : keyStart(keys, at) - nameRoom,
          dy: (isStacked ? 18 * at : 0) - marginTop + 8,
          fontSize: 13,
          fill,
        }),
      ),
      tooltip(
        rows.map((row) => ({
          x: row.person_share,
          y: row.kind,
          title: row.kind,
          lines: [
            {name: person, value: `${percent(row.person_share, 1)} (${row.purchase_count})`},
            ...(row.segment_share !== null && segment
              ? [{name: segment, value: percent(row.segment_share, 1)}]
              : []),
            {name: "Everybody", value: percent(row.everybody_share, 1)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}

/** Where a key begins when all stand in one line. */
function keyStart(keys: readonly {text: string}[], at: number): number {
  return keys.slice(0, at).reduce((sum, {text}) => sum + textWidth(text, 13) + 18, 0);
}
