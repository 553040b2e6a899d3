import {mean} from "d3-array";
import type {Month} from "../day.js";
import {seasonalIndex} from "./seasonalIndex.js";
import {type PooledSeries, type StraightTrend, straightTrends} from "./straightTrend.js";

/**
 * How a season sits on its trend: `relative` multiplies it (sums of money that are never negative),
 * `absolute` is added to it (a balance of such sums).
 */
export type SeasonKind = "relative" | "absolute";

export interface SeasonalFit {
  /** The seasonal index of a series in any month: a share of the trend, or an amount beside it. */
  index(series: number, month: Month): number;
  /**
   * Variance of an index because a trend may have been taken for a season: a shared slope that is not known
   * moves by twelve months of itself what was seen a year before.
   */
  doubt(series: number): number;
  /** For each series and month of its data, the index that its other months and the pool expect. */
  readonly withoutOwn: readonly Float64Array[];
}

const rounds = 4;
const lowestFactor = 0.05;
const lowestTrend = 0.25;
const widest = 2;

/** A value without its season. */
export function adjust(value: number, index: number, kind: SeasonKind): number {
  return kind === "relative" ? value / Math.max(lowestFactor, 1 + index) : value - index;
}

/** The opposite of `adjust`. */
export function restore(adjusted: number, index: number, kind: SeasonKind): number {
  return kind === "relative" ? adjusted * Math.max(lowestFactor, 1 + index) : adjusted + index;
}

/**
 * Seasonal indices of a pool of series whose typical size is 1: by turns, straight trends of the adjusted
 * series and the indices of the departures from them. A departure beyond twice the typical size counts as
 * that much, so that one large payment makes no season.
 */
export function seasonalPool(pool: readonly PooledSeries[], kind: SeasonKind): SeasonalFit {
  let indices = pool.map(({values}) => new Float64Array(values.length));
  let fit = seasonalIndex([]);
  let trends: StraightTrend[] = [];
  for (let round = 0; round < rounds; round++) {
    const adjusted = pool.map(({values}, i) =>
      Float64Array.from(values, (value, t) => adjust(value, indices[i]![t]!, kind)),
    );
    trends = straightTrends(pool, adjusted);
    const departures = pool.map(({values}, i) => departuresFrom(trends[i]!, values, kind));
    const noises = departures.map((own, i) =>
      Math.max(1e-4, mean(own, (departure, t) => (departure - indices[i]![t]!) ** 2) ?? 1),
    );
    const typical = mean(noises) ?? 1;
    fit = seasonalIndex(
      pool.flatMap(({group, start}, series) =>
        departures[series]!.map((departure, t) => ({
          series,
          group,
          month: start + t,
          departure: Math.max(-widest, Math.min(widest, departure)),
          // What looks like noise is still season in the first round.
          noise: round === 0 ? typical : noises[series]!,
        })),
      ),
    );
    indices = pool.map(({group, start, values}, series) =>
      Float64Array.from(values, (_, t) => fit.at(series, group, start + t)),
    );
  }
  let offset = 0;
  return {
    doubt: (series) => 12 ** 2 * trends[series]!.doubt,
    index: (series, month) => fit.at(series, pool[series]!.group, month),
    withoutOwn: pool.map(({values}) => {
      offset += values.length;
      return fit.withoutOwn.slice(offset - values.length, offset);
    }),
  };
}

function departuresFrom(
  {level, slope}: StraightTrend,
  values: ArrayLike<number>,
  kind: SeasonKind,
): number[] {
  const middle = (values.length - 1) / 2;
  return Array.from(values, (value, t) => {
    const line = level + slope * (t - middle);
    if (kind === "absolute") return value - line;
    return level > 0 ? value / Math.max(lowestTrend * level, line) - 1 : 0;
  });
}
