import {mean} from "d3-array";
import type {Month} from "../day.js";
import {type SmoothedState, type Smoothing, smooth} from "./dampedTrend.js";
import {adjust, restore, type SeasonKind, seasonalPool} from "./seasonalPool.js";
import {errorsAhead, firstJudged, pooledSmoothings} from "./smoothingChoice.js";
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
  /** An adjusted value with the season of a month, in the unit of the data. */
  restore(adjusted: number, month: Month): number;
}

/** How many months of its own a series needs to count as much as the pool for the size of its errors. */
const poolMonths = 3;
/** What an error one month further off counts for the size of errors. */
const memory = 0.8;

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
    return errorsAhead(states[i]!, blind, chosen[i]!, 1);
  });
  const typical =
    mean(
      errors.flatMap((own) => [...own]),
      (error) => error ** 2,
    ) ?? 0;
  return scaled.map((_, i) => ({
    kind,
    smoothing: chosen[i]!,
    state: states[i]!.at(-1)!,
    scale: scales[i]!,
    ...surprisesOf(errors[i]!, typical),
    restore: (value, month) => scales[i]! * restore(value, seasons.index(i, month), kind),
  }));
}

/**
 * The size of a series' errors, near months counting more, drawn towards the pool's; and each error over the
 * size of the others around it, so that what is drawn from here and multiplied by the size of another
 * series is as wild as a new error (externally studentized residuals: Cook & Weisberg, "Residuals and
 * Influence in Regression", 1982, 2.2.1). The level, estimated from the same months, costs one of them.
 */
function surprisesOf(
  errors: Float64Array,
  typical: number,
): Pick<PoolMember, "spread" | "surprises"> {
  const sizeNear = (month: number) => {
    let squares = poolMonths * typical;
    let weights = poolMonths;
    for (let t = firstJudged; t < errors.length; t++) {
      if (t === month) continue;
      const weight = memory ** Math.abs(month - t);
      squares += weight * errors[t]! ** 2;
      weights += weight;
    }
    return Math.sqrt(squares / weights);
  };
  const judged = Math.max(1, errors.length - firstJudged);
  return {
    spread: sizeNear(errors.length) * Math.sqrt((judged + 1) / judged),
    surprises: errors.map((error, t) => (error === 0 ? 0 : error / sizeNear(t))),
  };
}
