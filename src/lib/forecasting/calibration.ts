import {quantile} from "d3-array";
import {expectedValue, widening} from "./dampedTrend.js";
import type {PoolMember} from "./pooledFit.js";

/** The first origin with a whole year before it: earlier forecasts know no season and would err more. */
export const firstOrigin = 12;
/** How many of the latest months are forecast again. */
export const monthsAgain = 3;

/** How many months that were forecast again count as much as what is expected where there are none. */
const monthsToTrust = 4;

/**
 * The factor where no month can be forecast again: sums of money grow and shrink in ways that one year does not tell from
 * a season. Set on simulated banks.
 */
const unchecked = 1.2;

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
): number {
  const misses = hindsights.flatMap(({member, start, came}) => {
    const {state, smoothing, spread, doubt} = member;
    if (spread === 0) return [];
    return came.map((value, h) => {
      const error = member.adjust(value, start + h) - expectedValue(state, smoothing, h + 1);
      return Math.abs(error) / (spread * doubt * widening(smoothing, h + 1));
    });
  });
  if (misses.length === 0 || surprises.length === 0) return unchecked;
  const months = new Set(hindsights.map(({start}) => start)).size;
  const ratio = quantile(misses, 0.8)! / quantile(surprises, 0.8, Math.abs)!;
  const trust = months / (months + monthsToTrust);
  const isTelling = ratio > 0 && Number.isFinite(ratio);
  return isTelling ? ratio ** trust * unchecked ** (1 - trust) : unchecked;
}
