import * as Plot from "@observablehq/plot";
import {dodge} from "../../components/dodge.js";
import {color, segmentColor, textColor} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {percent} from "../../lib/format.js";
import {measures} from "../../lib/measures/measures.js";
import {type Middle, mapTop, middles, type PersonDot} from "./people.js";

export interface MapOptions extends ChartOptions {
  /** The names of the segments, the largest first: the order of their colours. */
  segments: readonly string[];
  /** The segment that stands out; the others become context. */
  shown?: string | undefined;
}

/**
 * One dot a person: to the right who buys experiences more often, upwards who spends more of the income by choice. The median
 * person of each segment has its name. The nearest dot tells its values.
 */
export function peopleMap(
  rows: readonly PersonDot[],
  options: MapOptions,
): HTMLElement | SVGElement {
  const {width, segments, shown} = options;
  const isNarrow = width < narrow;
  const top = mapTop(rows);
  const dots = rows.map((row) => ({...row, height: Math.min(row.discretionary_to_income, top)}));
  type Dot = (typeof dots)[number];
  const isShown = (segment: string) => shown === undefined || segment === shown;
  const fill = (segment: string) =>
    isShown(segment) ? segmentColor(segmentAt(segments, segment)) : color("context");
  const marked = middles(rows, segments.filter(isShown)).map((middle) => ({
    ...middle,
    discretionary_to_income: Math.min(middle.discretionary_to_income, top),
  }));
  const look = {x: "experience_share", y: "height"} as const;
  const axis = {tickSize: 0, tickPadding: 8, fill: color("ink-muted"), label: null} as const;
  const corner = {fontSize: 13, fill: color("ink-muted"), fontStyle: "italic"} as const;
  return Plot.plot({
    ...plotDefaults({...options, height: options.height ?? (isNarrow ? 380 : 520)}),
    marginTop: 34,
    marginLeft: 44,
    marginBottom: 52,
    x: {label: null, nice: true},
    y: {label: null, domain: [0, top]},
    marks: [
      Plot.gridY({ticks: 6, stroke: color("rule"), strokeOpacity: 1}),
      Plot.gridX({ticks: isNarrow ? 5 : 9, stroke: color("rule"), strokeOpacity: 1}),
      Plot.axisX({...axis, ticks: isNarrow ? 5 : 9, tickFormat: (tick: number) => percent(tick)}),
      Plot.axisY({...axis, ticks: 6, tickFormat: (tick: number) => percent(tick)}),
      Plot.text(["↑ less frugal: spends more of the income by choice"], {
        frameAnchor: "top-left",
        dx: -36,
        dy: -26,
        ...corner,
      }),
      Plot.text(["more experiential: buys experiences more often →"], {
        frameAnchor: "bottom-right",
        dy: 44,
        ...corner,
      }),
      Plot.dot(
        dots.filter((dot) => !isShown(dot.segment)),
        {...look, r: isNarrow ? 1.75 : 2.25, fill: color("context"), fillOpacity: 0.3},
      ),
      Plot.dot(
        dots.filter((dot) => isShown(dot.segment)),
        {
          ...look,
          r: isNarrow ? 2 : 2.75,
          fill: (dot: Dot) => fill(dot.segment),
          fillOpacity: 0.6,
        },
      ),
      Plot.dot(marked, {
        x: "experience_share",
        y: "discretionary_to_income",
        r: isNarrow ? 6 : 7,
        fill: (middle: Middle) => fill(middle.segment),
        stroke: color("paper"),
        strokeWidth: 2,
      }),
      middleNames(marked, segments, isNarrow),
      tooltip(
        dots.map((dot) => ({
          x: dot.experience_share,
          y: dot.height,
          title: dot.user_id,
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

function segmentAt(segments: readonly string[], name: string): number | undefined {
  const at = segments.indexOf(name);
  return at < 0 ? undefined : at;
}

/** Names beside the medians, moved apart, and inside the plot. */
function middleNames(
  marked: readonly Middle[],
  segments: readonly string[],
  isNarrow: boolean,
): Plot.Markish {
  const size = isNarrow ? 12 : 13;
  return Plot.text(marked, {
    x: "experience_share",
    y: "discretionary_to_income",
    text: "segment",
    fill: (middle: Middle) => textColor(segmentColor(segmentAt(segments, middle.segment))),
    stroke: color("paper"),
    strokeWidth: 5,
    textAnchor: "start",
    fontSize: size,
    fontWeight: 650,
    render(index, scales, values, dimensions, context, next) {
      const {width, height, marginTop, marginBottom, marginRight} = dimensions;
      const y = dodge([...(values.y ?? [])], size * 1.5, [marginTop, height - marginBottom]);
      const x = [...(values.x ?? [])].map((at, place) =>
        Math.min(at + 10, width - marginRight - textWidth(marked[place]!.segment, size) - 4),
      );
      return next?.(index, scales, Object.assign({}, values, {x, y}), dimensions, context) ?? null;
    },
  });
}
