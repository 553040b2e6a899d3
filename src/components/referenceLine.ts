/** Lines to compare with, each with its word: a level, a limit, a median, today. */
import * as Plot from "@observablehq/plot";
import {color} from "./palette.js";

export interface Reference {
  readonly value: number;
  readonly text: string;
}

/** The room in pixels for the words of a limit below its line, above which the values are. */
export const limitRoom = 18;

const look = {stroke: color("ink-muted"), strokeDasharray: "4 3"} as const;
const word = {fill: color("ink-muted"), stroke: color("paper"), strokeWidth: 4} as const;

/** Levels across a chart, the words at the left; a limit below zero has its word below, since the values are above. */
export function levelLines(levels: readonly Reference[]): Plot.Markish[] {
  return [
    Plot.ruleY(levels, {y: "value", ...look}),
    levelText(
      levels.filter(({value}) => value >= 0),
      {dy: -8},
    ),
    levelText(
      levels.filter(({value}) => value < 0),
      {dy: limitRoom / 2},
    ),
  ];
}

/** The words of levels, at the left, `dy` pixels below each. */
export function levelText(levels: readonly Reference[], {dy}: {dy: number}): Plot.Markish {
  return Plot.text(levels, {
    y: "value",
    text: "text",
    frameAnchor: "left",
    dx: 4,
    dy,
    textAnchor: "start",
    ...word,
  });
}

/** The room in pixels above a chart for the words of lines that stand in it. */
export const wordRoom = 20;

/** Lines that stand in a chart, each with its word above: an average of bars that lie, today. */
export function standingLines(
  places: readonly {readonly value: number | Date; readonly text: string}[],
): Plot.Markish[] {
  return [
    Plot.ruleX(places, {x: "value", ...look}),
    Plot.text(places, {x: "value", text: "text", frameAnchor: "top", dy: -10, ...word}),
  ];
}

/**
 * How far a text that begins at `x` has to move, in pixels, so that none of these standing lines strikes it: to the
 * right of the last line that would.
 */
export function clearOf(lines: readonly number[], x: number, width: number): number {
  const gap = 4;
  let from = x;
  for (const line of [...lines].sort((a, b) => a - b))
    if (line > from - gap && line < from + width + gap) from = line + gap + 2;
  return from - x;
}
