import {monthShort, year} from "../lib/format.js";
import {type Frame, px, textWidth} from "./chart.js";

export interface Tick {
  /** Position in pixels. */
  at: number;
  text: string;
  /** A second line: the year below the first month and each January. */
  below?: string | undefined;
}

/** Horizontal grid lines with their labels left of the plot; zero is drawn stronger. */
export function valueAxis(
  frame: Frame,
  y: (value: number) => number,
  ticks: readonly number[],
  format: (value: number) => string,
): SVGGElement {
  const {svg, left, right} = frame;
  const lines = ticks.map((tick) =>
    svg("line", {
      class: tick === 0 ? "zero" : "grid",
      x1: left,
      x2: right,
      y1: px(y(tick)),
      y2: px(y(tick)),
    }),
  );
  const labels = ticks.map((tick) =>
    svg(
      "text",
      {class: "tick", x: left - 8, y: px(y(tick)), dy: "0.32em", "text-anchor": "end"},
      format(tick),
    ),
  );
  return svg("g", {class: "axis"}, ...lines, ...labels);
}

/** The room that the labels of a value axis need, in pixels. */
export function valueAxisWidth(
  ticks: readonly number[],
  format: (value: number) => string,
): number {
  return 10 + Math.max(0, ...ticks.map((tick) => textWidth(format(tick))));
}

/** Labels below the plot, each with a short tick mark. */
export function baseAxis(frame: Frame, ticks: readonly Tick[]): SVGGElement {
  const {svg, bottom} = frame;
  return svg(
    "g",
    {class: "axis"},
    ...ticks.flatMap(({at, text, below}) => [
      svg("text", {class: "tick", x: px(at), y: bottom + 18, "text-anchor": "middle"}, text),
      below &&
        svg(
          "text",
          {class: "tick year", x: px(at), y: bottom + 33, "text-anchor": "middle"},
          below,
        ),
    ]),
  );
}

/**
 * Ticks for months: as many as fit with `room` pixels each, at every month or at those that begin a quarter, a half
 * or a whole year, with the year below the first and below each January.
 */
export function monthTicks(
  months: readonly number[],
  at: (month: number) => number,
  {room = 36}: {room?: number} = {},
): Tick[] {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const pitch = (at(last) - at(first)) / Math.max(1, months.length - 1);
  const step = [1, 2, 3, 6, 12].find((months) => months * pitch >= room) ?? 12;
  const shown = months.filter((month) => step === 1 || new Date(month).getUTCMonth() % step === 0);
  let yearAt = Number.NEGATIVE_INFINITY;
  return (shown.length > 0 ? shown : [first]).map((month, index) => {
    const isYearShown =
      (index === 0 || new Date(month).getUTCMonth() === 0) && at(month) - yearAt >= room;
    if (isYearShown) yearAt = at(month);
    return {at: at(month), text: monthShort(month), below: isYearShown ? year(month) : undefined};
  });
}

/** Ticks for ordered names: every one, or every nth where they would touch. */
export function nameTicks(
  names: readonly string[],
  at: (name: string) => number,
  pitch: number,
): Tick[] {
  const widest = Math.max(0, ...names.map((name) => textWidth(name) + 8));
  const step = Math.max(1, Math.ceil(widest / pitch));
  return names.filter((_, index) => index % step === 0).map((name) => ({at: at(name), text: name}));
}
