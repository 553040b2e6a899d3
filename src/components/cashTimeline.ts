import * as Plot from "@observablehq/plot";
import {type BalanceAt, maybeLowPoint, type Timeline} from "../lib/balances/timeline.js";
import {dayShort, money} from "../lib/format.js";
import {dueStrip, stripMarks} from "./dueStrip.js";
import {color} from "./palette.js";
import {pixels} from "./pixels.js";
import {
  type ChartOptions,
  monthAxis,
  narrow,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {timelineStops} from "./timelineStops.js";
import {tooltip} from "./tooltip.js";

/**
 * One account over time: its balance until today as a line, the forecast as a fan (median, and a band of 80% of the
 * futures), and below, on the same time axis, receipts expected upwards and payments due downwards. The day on which
 * the balance will probably be lowest is named, and so are the largest payments and the overdraft limit.
 */
export function cashTimeline(
  timeline: Timeline,
  options: Omit<ChartOptions, "height">,
): HTMLElement | SVGElement {
  const {past, fan, dues, limit_eur = 0} = timeline;
  const {width} = options;
  const isNarrow = width < narrow;
  const today = past.at(-1);
  const low = maybeLowPoint(timeline);
  const bounds = [
    ...past.map(({balance_eur}) => balance_eur),
    ...fan.flatMap(({low_eur, high_eur}) => [low_eur, high_eur]),
  ];
  const limit = limit_eur > 0 && Math.min(...bounds) < 0 ? [-limit_eur] : [];
  const range = Math.max(0, ...bounds) - Math.min(-limit_eur, ...bounds);
  const isNearLimit =
    limit.length > 0 && low !== undefined && low.balance_eur + limit_eur < range / 8;
  const [panel, stripHeight] = [isNarrow ? 230 : 290, dues.length > 0 ? (isNarrow ? 130 : 150) : 0];
  const marginTop = 30;
  const marginLeft = valueMargin([...bounds, ...limit], money);
  const days = [...past, ...fan, ...dues].map(({day}) => day);
  const [first, last] = [Math.min(...days.map(Number)), Math.max(...days.map(Number))];
  const right = width - 14;
  const x = (day: Date) =>
    marginLeft + ((+day - first) / (last - first || 1)) * (right - marginLeft);
  const strip = dueStrip(dues, {
    left: marginLeft,
    right,
    top: marginTop + panel,
    height: stripHeight,
    x,
    most: isNarrow ? 4 : 9,
    today: today ? x(today.day) : 0,
  });
  const ahead = today
    ? [
        {
          day: today.day,
          low_eur: today.balance_eur,
          median_eur: today.balance_eur,
          high_eur: today.balance_eur,
        },
        ...fan,
      ]
    : fan;
  return Plot.plot({
    ...plotDefaults({...options, height: marginTop + panel + stripHeight + 40}),
    marginTop,
    marginLeft,
    marginRight: width - right,
    marginBottom: stripHeight + 40,
    x: {type: "utc", label: null, domain: [first, last]},
    y: {label: null, zero: true, nice: true},
    insetBottom: 22,
    marks: [
      ...valueAxis(money, {height: panel}),
      zeroLine(),
      monthAxis(days, width, "bottom", stripHeight),
      Plot.ruleY(limit, {stroke: color("loss"), strokeDasharray: "4 3"}),
      Plot.text(limit, {
        y: (value: number) => value,
        text: () => `Overdraft limit ${money(-limit_eur)}`,
        frameAnchor: "left",
        textAnchor: "start",
        dx: 4,
        dy: 10,
        fill: color("ink-muted"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      Plot.areaY(ahead, {
        x: "day",
        y1: "low_eur",
        y2: "high_eur",
        fill: color("accent"),
        fillOpacity: 0.16,
      }),
      Plot.lineY(past, {x: "day", y: "balance_eur", stroke: color("accent"), strokeWidth: 2}),
      Plot.lineY(ahead, {
        x: "day",
        y: "median_eur",
        stroke: color("accent"),
        strokeWidth: 2,
        strokeDasharray: "2 5",
      }),
      ...(today
        ? todayMarks(today.day, {bottom: marginTop + panel + stripHeight, x: x(today.day), width})
        : []),
      ...(dues.length > 0 ? stripMarks(strip, {left: marginLeft, right}) : []),
      ...(low
        ? lowMarks(low, x(low.day), {
            left: marginLeft,
            right,
            isToday: low === today,
            isAbove: isNearLimit,
          })
        : []),
      tooltip(timelineStops(timeline)),
    ],
  });
}

/** A line through all of the chart on the last day known. */
function todayMarks(
  day: Date,
  {bottom, x, width}: {bottom: number; x: number; width: number},
): Plot.Markish[] {
  const text = width < narrow ? "today" : `today, ${dayShort(day)}`;
  return [
    Plot.ruleX([day], {
      x: (day: Date) => day,
      y1: pixels(() => 16),
      y2: pixels(() => bottom),
      stroke: color("ink-muted"),
    }),
    Plot.text([day], {
      x: (day: Date) => day,
      text: () => text,
      frameAnchor: "top",
      textAnchor: x < 70 ? "start" : x > width - 70 ? "end" : "middle",
      dy: -22,
      fill: color("ink-muted"),
    }),
  ];
}

/** The lowest point, with its amount and day below it. */
function lowMarks(
  low: BalanceAt,
  x: number,
  {
    left,
    right,
    isToday,
    isAbove,
  }: {left: number; right: number; isToday: boolean; isAbove: boolean},
): Plot.Markish[] {
  const text = `lowest: ${money(low.balance_eur)} ${isToday ? "today" : `on ${dayShort(low.day)}`}`;
  const half = textWidth(text, 14) / 2;
  const middle = Math.min(right - half, Math.max(left + half, x));
  return [
    Plot.dot([low], {
      x: "day",
      y: "balance_eur",
      r: 5,
      fill: color(low.balance_eur < 0 ? "loss" : "accent"),
      stroke: color("paper"),
      strokeWidth: 2,
    }),
    Plot.text([low], {
      x: pixels(() => middle),
      y: "balance_eur",
      dy: isAbove ? -16 : 16,
      text: () => text,
      fontSize: 13,
      fontWeight: 600,
      fill: color("ink"),
      stroke: color("paper"),
      strokeWidth: 5,
    }),
  ];
}
