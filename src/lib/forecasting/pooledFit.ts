import type {Month} from "../day.js";
import {leverage, type SmoothedState, type Smoothing, smooth} from "./dampedTrend.js";
import {errorSizes} from "./errorSizes.js";
import {adjust, restore, type SeasonKind, seasonalPool} from "./seasonalPool.js";
import {errorsAhead, pooledSmoothings} from "./smoothingChoice.js";
import type {PooledSeries} from "./straightTrend.js";

/**
 * One series of a pool, ready to be continued. States, spread and surprises are adjusted for the season and
 * in units of the series' own scale; `restore` leads back.
 */
export interface PoolMember {
  readonly kind: SeasonKind;
  readonly smoothing: Smoothing;
  /** Level and slope after the last month. */
  readonly state: SmoothedState;
  /** The series' own unit, in the unit of the data. */
  readonly scale: number;
  /** The typical error one month ahead. */
  readonly spread: number;
  /**
   * For each month of the data the error of the forecast made the month before, with the season that all
   * other observations expect, over the typical error of the months around it; NaN in the first months.
   */
  readonly surprises: Float64Array;
  /** How many times wider than its errors show the band must be, for what a year cannot show of a trend. */
  readonly doubt: number;
  /** A value in the unit of the data without the season of its month. */
  adjust(value: number, month: Month): number;
  /** An adjusted value with the season of a month, in the unit of the data. */
  restore(adjusted: number, month: Month): number;
}

/**
 * Fits a pool of series of at least one month: the seasonal indices, then level and trend of each adjusted
 * series, then the errors that both would have made. `scales` is the typical size of each series, above 0.
 */
export function fitPool(
  pool: readonly PooledSeries[],
  scales: readonly number[],
  kind: SeasonKind,
): PoolMember[] {
  const scaled = pool.map((series, i) => ({
    ...series,
    values: Float64Array.from(series.values, (value) => value / scales[i]!),
  }));
  const seasons = seasonalPool(scaled, kind);
  const adjusted = scaled.map(({values, start}, i) =>
    values.map((value, t) => adjust(value, seasons.index(i, start + t), kind)),
  );
  const chosen = pooledSmoothings(adjusted);
  const states = adjusted.map((values, i) => smooth(values, chosen[i]!));
  const errors = scaled.map(({values}, i) => {
    const blind = values.map((value, t) => adjust(value, seasons.withoutOwn[i]![t]!, kind));
    // Early errors are larger, because few months had been seen: without that, and with it again below.
    return errorsAhead(states[i]!, blind, chosen[i]!, 1).map(
      (error, t) => error / Math.sqrt(1 + leverage(chosen[i]!, t)),
    );
  });
  const sizes = errorSizes(
    errors,
    pool.map(({group}) => group),
  );
  return scaled.map(({values}, i) => {
    const {size, surprises} = sizes[i]!;
    const spread = size * Math.sqrt(1 + leverage(chosen[i]!, values.length));
    // Each future asks for the same months.
    const known = new Map<Month, number>();
    const index = (month: Month) => {
      const kept = known.get(month);
      if (kept !== undefined) return kept;
      known.set(month, seasons.index(i, month));
      return known.get(month)!;
    };
    return {
      kind,
      smoothing: chosen[i]!,
      state: states[i]!.at(-1)!,
      scale: scales[i]!,
      spread,
      surprises,
      doubt: Math.sqrt(1 + seasons.doubt(i) / (spread ** 2 || 1)),
      adjust: (value, month) => adjust(value / scales[i]!, index(month), kind),
      restore: (value, month) => scales[i]! * restore(value, index(month), kind),
    };
  });
}
