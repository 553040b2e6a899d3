import * as Plot from "@observablehq/plot";
import {extent, nice, ticks as ticksOf} from "d3-array";
import {color, segmentColor, textColor} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  gridLook,
  narrow,
  plotDefaults,
} from "../../components/plotDefaults.js";
import {personHref} from "../../components/profileLinks.js";
import {tooltip} from "../../components/tooltip.js";
import {count, percent} from "../../lib/format.js";
import {measures} from "../../lib/measures/measures.js";
import type {MapOfAll} from "./mapOfAll.js";
import type {PersonDot} from "./people.js";

export interface MapOptions extends ChartOptions {
  /** The names of the segments, the largest first: the order of their colours. */
  segments: readonly string[];
  /** What is known of all, of whom the rows may be a part. */
  map: Pick<MapOfAll, "top" | "middles" | "counts">;
  /** What a person is called; looked up where the pointer rests. */
  nameOf: (userId: string) => Promise<string | undefined>;
}

interface Panel {
  readonly segment: string;
}

/** How many of the crowd a panel shows at most: more would be one grey ground. */
const crowdSize = 300;

/**
 * One panel a segment, all on the same scales, a dot a person: to the right who buys experiences more often, upwards who
 * spends more of the income by choice. Behind the people of the segment is a part of everybody, in grey, and a line
 * marks the median person. Without segments there is one panel.
 */
export function peopleMap(
  rows: readonly PersonDot[],
  options: MapOptions,
): HTMLElement | SVGElement {
  const {width, segments, map, nameOf} = options;
  const isNarrow = width < narrow;
  const names = segments.length > 0 ? segments : [""];
  const columns = Math.min(names.length, isNarrow ? 2 : names.length <= 4 ? 4 : 3);
  const lines = Math.ceil(names.length / columns);
  const {top} = map;
  const dots = rows.map((row) => ({...row, height: Math.min(row.discretionary_to_income, top)}));
  type Dot = (typeof dots)[number];
  const every = Math.max(1, Math.ceil(dots.length / crowdSize));
  const crowd = dots.filter((_, at) => at % every === 0);
  const panel = {
    fx: ({segment}: Panel) => names.indexOf(segment) % columns,
    fy: ({segment}: Panel) => Math.floor(names.indexOf(segment) / columns),
  };
  const panels = names.map((segment, at) => ({
    segment,
    title: isNarrow ? segment : segment && `${segment} (${count(map.counts[at] ?? 0)})`,
    hue: segmentColor(segment ? at : undefined),
  }));
  const hueOf = ({segment}: Panel) => panels.find((own) => own.segment === segment)!.hue;
  const look = {x: "experience_share", y: "height"} as const;
  const axis = {...axisLook, tickPadding: 6};
  const ticks = isNarrow ? 3 : 4;
  const [low = 0, high = 1] = extent(rows, ({experience_share}) => experience_share);
  const shares = nice(low, high, ticks);
  const tickFormat = (tick: number) => percent(tick, 0);
  const corner = {fontSize: 12, fill: color("ink-muted")} as const;
  return Plot.plot({
    ...plotDefaults(options),
    height: 56 + lines * (isNarrow ? 170 : 210),
    marginTop: 52,
    marginLeft: 40,
    marginBottom: 40,
    x: {label: null, domain: shares},
    y: {label: null, domain: [0, top]},
    fx: {axis: null, padding: 0.08},
    fy: {axis: null, padding: 0.24},
    marks: [
      Plot.gridY({ticks, ...gridLook}),
      Plot.gridX({ticks, ...gridLook}),
      // the first tick of a panel would run into the last of the one before
      Plot.axisX({...axis, ticks: ticksOf(...shares, ticks).slice(1), tickFormat}),
      Plot.axisY({...axis, ticks, tickFormat}),
      Plot.dot(
        panels.flatMap(({segment}) => crowd.map((dot) => ({...dot, segment}))),
        {...look, ...panel, r: 1.25, fill: color("context"), fillOpacity: 0.3},
      ),
      Plot.dot(dots, {
        ...look,
        ...panel,
        r: isNarrow ? 1.5 : 2,
        fill: hueOf,
        fillOpacity: 0.65,
        href: (dot: Dot) => personHref(dot, "lifestyle"),
      }),
      Plot.ruleX(map.middles, {
        ...panel,
        x: "experience_share",
        stroke: color("ink"),
        strokeDasharray: "4 3",
      }),
      Plot.text(panels, {
        ...panel,
        frameAnchor: "top-left",
        dy: -16,
        text: "title",
        fontSize: isNarrow ? 12 : 13,
        fontWeight: 650,
        fill: ({hue}: {hue: string}) => textColor(hue),
      }),
      Plot.text(["↑ more discretionary spending"], {
        ...corner,
        fx: () => 0,
        fy: () => 0,
        frameAnchor: "top-left",
        dx: -36,
        dy: -40,
      }),
      Plot.text(["buys experiences more often →"], {
        ...corner,
        fx: () => (names.length - 1) % columns,
        fy: () => lines - 1,
        frameAnchor: "bottom-right",
        dy: 34,
      }),
      tooltip(
        dots.map((dot) => ({
          x: dot.experience_share,
          y: dot.height,
          fx: panel.fx(dot),
          fy: panel.fy(dot),
          title: "A customer",
          lookUp: () => nameOf(dot.user_id),
          lines: [
            ...(dot.segment ? [{name: "Segment", value: dot.segment}] : []),
            {name: measures.experience_share.label, value: percent(dot.experience_share, 1)},
            {
              name: measures.discretionary_to_income.label,
              value: percent(dot.discretionary_to_income, 1),
            },
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
