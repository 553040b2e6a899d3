import {range} from "d3-array";
import type {Month} from "../day.js";
import {pick, type Stream} from "../stream.js";
import {mapTrio, type Trio} from "./cashPaths.js";
import type {PoolMember} from "./pooledFit.js";

/** How many months are drawn together: two quarters. */
const runMonths = 6;

/** Surprises of inflow, outflow and net in months to come: as many as asked for, from that month on. */
export type SurpriseDraw = (start: Month, months: number, random: Stream) => Trio<number>[];

interface Run {
  /** Of its first month, 0 to 2. */
  readonly placeInQuarter: number;
  readonly surprises: readonly Trio<number>[];
}

/**
 * Draws from what a pool was surprised by, in runs of one company's months in a row that begin at the same place of
 * the quarter as the months they stand for. What was late comes the month after, and a tax follows the quarter
 * that it is due for: single months, drawn on their own, would lose that, and their sums would stray too far. Source: the
 * moving block bootstrap of Künsch (1989), "The jackknife and the bootstrap for general stationary observations", Ann.
 * Statist. 17; of residuals as in FPP3, 5.5. `starts` are the companies' first months; each has at least three.
 */
export function surpriseRuns(
  companies: readonly Trio<PoolMember>[],
  starts: readonly Month[],
): SurpriseDraw {
  const runs = companies.flatMap((members, i) => runsOf(members, starts[i]!));
  const byPlace = range(3).map((place) => {
    const own = runs.filter(({placeInQuarter}) => placeInQuarter === place);
    return own.length > 0 ? own : runs;
  });
  return (start, months, random) => {
    const drawn: Trio<number>[] = [];
    while (drawn.length < months) {
      drawn.push(...pick(random, byPlace[(start + drawn.length) % 3]!).surprises);
    }
    return drawn.slice(0, months);
  };
}

function runsOf(members: Trio<PoolMember>, start: Month): Run[] {
  const months = [...members[0].surprises.keys()].filter(
    (t) => !members.some(({surprises}) => Number.isNaN(surprises[t])),
  );
  const length = Math.min(runMonths, months.length);
  return months.slice(0, months.length - length + 1).map((first) => ({
    placeInQuarter: (start + first) % 3,
    surprises: range(first, first + length).map((t) =>
      mapTrio(members, ({surprises}) => surprises[t]!),
    ),
  }));
}
