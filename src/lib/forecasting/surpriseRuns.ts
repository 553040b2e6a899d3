import {quantile, range} from "d3-array";
import type {Month} from "../day.js";
import {pick, type Stream} from "../stream.js";
import {mapTrio, type Trio} from "./cashPaths.js";
import type {PoolMember} from "./pooledFit.js";

/** How many months are drawn together: two quarters. */
const runMonths = 6;
/** Fewer runs than this are no choice: then the less alike count too. */
const fewestRuns = 20;
/** Into how many kinds, of like number, the months before runs are sorted. */
const kindsBefore = 5;

/** Surprises of inflow, outflow and net in months to come: as many as asked for, of a company of the pool. */
export type SurpriseDraw = (company: number, months: number, random: Stream) => Trio<number>[];

interface Run {
  /** Of its first month, 0 to 2. */
  readonly placeInQuarter: number;
  /** What net flow was surprised by in the month before; NaN where that is not known. */
  readonly before: number;
  /** Whether the company was short of cash then. */
  readonly isShort: boolean;
  readonly surprises: readonly Trio<number>[];
}

/**
 * Draws from what a pool was surprised by, in runs of one company's months in a row. A run begins at the same place of the
 * quarter as the months it stands for, as a tax follows the quarter that it is due for, and after
 * a month like the one before them: what was late comes the month after, so that whoever is short of cash today has more to
 * come; and whoever is short of it, after months in which others were, as one without cash buys less and pays later. Single months, drawn on their own, would lose both, and their sums would stray too far. Source: the moving block
 * bootstrap of Künsch (1989), "The jackknife and the bootstrap for general stationary observations", Ann. Statist. 17; of
 * residuals as in FPP3, 5.5; begun after like months as in Lall & Sharma (1996), "A nearest neighbor bootstrap for
 * resampling hydrologic time series", Water Resour. Res. 32. `starts` are the companies' first months; each has at least
 * three. `isShort` says of each of its months whether it ended it short of cash.
 */
export function surpriseRuns(
  companies: readonly Trio<PoolMember>[],
  starts: readonly Month[],
  isShort: readonly (readonly boolean[])[],
): SurpriseDraw {
  const runs = companies.flatMap((members, i) => runsOf(members, starts[i]!, isShort[i]!));
  const limits = range(1, kindsBefore).map(
    (k) => quantile(runs, k / kindsBefore, ({before}) => before) ?? 0,
  );
  const kindOf = (before: number) => limits.filter((limit) => before > limit).length;
  const byKind = range(kindsBefore).map((kind) =>
    range(3).map((place) => {
      const fitting = runs.filter(({placeInQuarter}) => placeInQuarter === place);
      const own = fitting.filter(({before}) => kindOf(before) === kind && !Number.isNaN(before));
      const all = mostAlike([own, fitting]) ?? runs;
      const short = mostAlike([own, fitting].map((some) => some.filter((run) => run.isShort)));
      return {all, short: short ?? all};
    }),
  );
  return (company, months, random) => {
    const [, , {surprises: known}] = companies[company]!;
    const next = starts[company]! + known.length;
    const drawn: Trio<number>[] = [];
    while (drawn.length < months) {
      const before = drawn.at(-1)?.[2] ?? known.at(-1) ?? Number.NaN;
      const {all, short} = byKind[kindOf(before)]![(next + drawn.length) % 3]!;
      // What cash a future has after its first run is not known here.
      const isFirst = drawn.length === 0;
      const run = pick(random, isFirst && isShort[company]!.at(-1) ? short : all);
      drawn.push(...run.surprises);
    }
    return drawn.slice(0, months);
  };
}

/** The first choice of runs that is one. */
function mostAlike(choices: readonly (readonly Run[])[]): readonly Run[] | undefined {
  return choices.find((runs) => runs.length >= fewestRuns);
}

function runsOf(members: Trio<PoolMember>, start: Month, isShort: readonly boolean[]): Run[] {
  const months = [...members[0].surprises.keys()].filter(
    (t) => !members.some(({surprises}) => Number.isNaN(surprises[t])),
  );
  const net = members[2].surprises;
  // Of few months more than one run, or all futures would go as these months went.
  const length = Math.min(runMonths, Math.ceil(months.length / 2));
  return months.slice(0, months.length - length + 1).map((first) => ({
    placeInQuarter: (start + first) % 3,
    before: net[first - 1] ?? Number.NaN,
    isShort: isShort[first - 1] ?? false,
    surprises: range(first, first + length).map((t) =>
      mapTrio(members, ({surprises}) => surprises[t]!),
    ),
  }));
}
