import {deviation, mean, median, quantileSorted} from "d3-array";
import {fewestMonths} from "./companyForecast.js";
import {
  expectedValue,
  plainAverage,
  type SmoothedState,
  type Smoothing,
  smooth,
  update,
} from "./dampedTrend.js";
import {adjust, restore} from "./seasonalPool.js";
import {maybeDrift} from "./seriesDrift.js";
import {maybeSeriesSeason, type SeriesSeason} from "./seriesSeason.js";
import {errorsAhead, firstJudged, ownSmoothing} from "./smoothingChoice.js";

/** A month's forecast, in the unit of the series: with even chances above p50, in 8 of 10 cases in p10 to p90. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** What is expected of a series, month by month, and how it erred on the way. Adjusted for the season. */
interface Fit {
  readonly season: SeriesSeason | undefined;
  /** What a month adds on a straight line, 0 for none. */
  readonly drift: number;
  readonly smoothing: Smoothing;
  /** Level and slope after the last month. */
  readonly state: SmoothedState;
  /** Errors one month ahead, about 0, of the size that new ones are expected to have. */
  readonly errors: readonly number[];
}

const paths = 1000;
/** What is left of a drift after a month (Gardner & McKenzie 1985 damp every trend). */
const lasting = 0.98;
/** Fewer errors than this say nothing of their size: then the values' own spread does. */
const fewestErrors = 4;
/** How many robust standard deviations from the median a value is an outlier. */
const outlying = 5;

/** Why a series cannot be forecast, in words; undefined where it can be. */
export function maybeTooLittle(values: ArrayLike<number>): string | undefined {
  if (values.length < fewestMonths) {
    return `${values.length} of at least ${fewestMonths} months`;
  }
  const months = Array.from(values).filter((value) => value !== 0).length;
  return months === 1 ? "only one month differs from 0" : undefined;
}

/**
 * Forecasts one monthly series without gaps, of any sign and unit, for `horizon` months. With nothing else
 * to lean on, each step away from the plain average must be proven: a season (maybeSeriesSeason), a straight
 * line, a level that moves (ownSmoothing). One month in ten at most, if far from the others, counts as their
 * median when level and season are estimated, and fully in the band. A series that was never negative stays
 * so. The band bootstraps the errors one month ahead (FPP3, 5.5), widened for what was estimated. `random`
 * gives numbers from 0 to below 1. Throws on what `maybeTooLittle` names.
 */
export function forecastSeries(
  values: ArrayLike<number>,
  horizon: number,
  random: () => number,
): Quantiles[] {
  const reason = maybeTooLittle(values);
  if (reason) throw new Error(`too little to forecast: ${reason}`);
  const data = Array.from(values);
  const fit = fitSeries(data);
  const lowest = data.every((value) => value >= 0) ? 0 : -Infinity;
  return deviations(fit, horizon, random).map((sorted, h) => {
    const t = data.length + h;
    const {season, drift, state, smoothing} = fit;
    const line = (drift * lasting * (1 - lasting ** (h + 1))) / (1 - lasting);
    const middle = expectedValue(state, smoothing, h + 1) + line;
    const wider = Math.sqrt(1 + (season?.error(t) ?? 0));
    const at = (share: number) =>
      Math.max(
        lowest,
        restore(middle + wider * share, season?.index(t) ?? 0, season?.kind ?? "absolute"),
      );
    const p50 = at(0);
    return {
      p10: Math.min(p50, at(quantileSorted(sorted, 0.1)!)),
      p50,
      p90: Math.max(p50, at(quantileSorted(sorted, 0.9)!)),
    };
  });
}

function fitSeries(data: readonly number[]): Fit {
  const n = data.length;
  const cleaned = withoutOutliers(data);
  const season = maybeSeriesSeason(cleaned);
  const adjustedOf = (value: number, t: number) =>
    season ? adjust(value, season.index(t), season.kind) : value;
  const adjusted = Float64Array.from(cleaned, adjustedOf);
  const drift = maybeDrift(adjusted) ?? 0;
  const level = adjusted.map((value, t) => value - drift * (t - n + 1));
  const smoothing = drift === 0 ? ownSmoothing(level) : plainAverage;
  const states = smooth(level, smoothing);
  const seen = Float64Array.from(data, (value, t) => adjustedOf(value, t) - drift * (t - n + 1));
  const ahead = [...errorsAhead(states, seen, smoothing, 1).subarray(firstJudged)];
  const errors = ahead.length < fewestErrors ? deviationsOf([...seen]) : ahead;
  const state = states.at(-1)!;
  const parameters = 2 + Number(drift !== 0) + 2 * Number(smoothing !== plainAverage);
  return {season, drift, smoothing, state, errors: honest(errors, parameters, state.level, season)};
}

/** How far each value is from their mean, enlarged as a t distribution is for so few (80 %, Hyndman & Athanasopoulos, 5.5). */
function deviationsOf(values: readonly number[]): number[] {
  const middle = mean(values)!;
  const enlarged = Math.sqrt(1 + 1 / values.length) * (1 + 0.7 / (values.length - 1));
  return values.map((value) => enlarged * (value - middle));
}

/**
 * Errors about 0, enlarged for the parameters that were fitted to them. With a season they are at least as
 * large as the noise that months a year apart show, and larger the fewer these are.
 */
function honest(
  errors: readonly number[],
  parameters: number,
  level: number,
  season: SeriesSeason | undefined,
): number[] {
  const middle = mean(errors)!;
  const months = errors.length + firstJudged;
  let factor = Math.sqrt(months / Math.max(1, months - parameters));
  if (season) {
    const noise = Math.sqrt(season.noise) * (season.kind === "relative" ? Math.abs(level) : 1);
    const size = deviation(errors) || 1;
    factor = (Math.max(size, noise) / size) * (1 + 1.6 / season.freedom);
  }
  return errors.map((error) => (error - middle) * factor);
}

/**
 * For each month ahead, how far simulated paths end from the expected, sorted. A handful of errors says
 * little about their skew, so each is drawn with either sign.
 */
function deviations(
  {smoothing, state, errors}: Fit,
  horizon: number,
  random: () => number,
): number[][] {
  const ahead = Array.from({length: horizon}, () => new Float64Array(paths));
  for (let path = 0; path < paths; path++) {
    let current = state;
    for (const values of ahead) {
      const error = errors[Math.floor(random() * errors.length)]!;
      const sign = random() < 0.5 ? -1 : 1;
      const value = expectedValue(current, smoothing, 1) + sign * error;
      current = update(current, value, smoothing);
      values[path] = value;
    }
  }
  return ahead.map((values) => {
    const middle = median(values)!;
    return [...values.map((value) => value - middle).sort()];
  });
}

/**
 * The series with what lies too far out replaced by the median; all of it where that is more than one month
 * in ten (FPP3, 13.9: outliers are not removed without thought, only kept from bending the level).
 */
function withoutOutliers(values: readonly number[]): number[] {
  const middle = median(values)!;
  const distances = values.map((value) => Math.abs(value - middle));
  const size = 1.4826 * median(distances)! || 1.2533 * mean(distances)!;
  const isFar = (t: number) => (distances[t] ?? 0) > outlying * size;
  const isAsFar = (t: number, then: number) =>
    isFar(then) && values[t]! > middle === values[then]! > middle;
  // What is as far out a year before or after is a season, not an accident.
  const isOutlier = values.map((_, t) => isFar(t) && !isAsFar(t, t - 12) && !isAsFar(t, t + 12));
  if (isOutlier.filter(Boolean).length > values.length / 10) return [...values];
  return values.map((value, t) => (isOutlier[t] ? middle : value));
}
