import {quantile} from "d3-array";
import {expectedValue, widening} from "./dampedTrend.js";
import type {PoolMember} from "./pooledFit.js";
import type {SeasonKind} from "./seasonalPool.js";

/** The first origin with a whole year before it: earlier forecasts know no season and would err more. */
export const firstOrigin = 12;
/** How many of the latest months are forecast again. */
export const monthsAgain = 3;

/** How many months that were forecast again count as much as what is expected where there are none. */
const monthsToTrust = 4;

/**
 * The factor where no month can be forecast again: sums of money grow and shrink in ways that one year does not tell from
 * a season, which cancel in the net of two of them. Set on simulated banks.
 */
const unchecked = {relative: 1.2, absolute: 1} as const satisfies Record<SeasonKind, number>;

/** A member of a pool as it was some months ago, and what came since, in the unit of the data. */
export interface Hindsight {
  readonly member: PoolMember;
  /** The number of the first month that came. */
  readonly start: number;
  readonly came: readonly number[];
}

/**
 * How many times wider than simulated the band must be for eight in ten of the latest months to have fallen into
 * it, had they been forecast by the same method before they came. What the errors within the data cannot
 * show shows here: levels that move in ways of their own, seasons that do not come again. Only months before the
 * forecast's own origin are used. With few months, which share their accidents, the factor is drawn towards `unchecked`.
 * Source: split conformal prediction, as in Vovk, Gammerman & Shafer, "Algorithmic Learning in a Random World" (2005),
 * 2.2 and 4.1; here pooled over series.
 */
export function calibration(
  surprises: readonly number[],
  hindsights: readonly Hindsight[],
  kind: SeasonKind,
): number {
  const misses = hindsights.flatMap(({member, start, came}) => {
    const {state, smoothing, spread, doubt} = member;
    if (spread === 0) return [];
    return came.map((value, h) => {
      const error = member.adjust(value, start + h) - expectedValue(state, smoothing, h + 1);
      return Math.abs(error) / (spread * doubt * widening(smoothing, h + 1));
    });
  });
  const expected = unchecked[kind];
  if (misses.length === 0 || surprises.length === 0) return expected;
  const months = new Set(hindsights.map(({start}) => start)).size;
  const ratio = quantile(misses, 0.8)! / quantile(surprises, 0.8, Math.abs)!;
  const trust = months / (months + monthsToTrust);
  const isTelling = ratio > 0 && Number.isFinite(ratio);
  return isTelling ? ratio ** trust * expected ** (1 - trust) : expected;
}
