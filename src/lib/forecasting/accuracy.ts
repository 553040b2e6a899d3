import {mean} from "d3-array";

/**
 * The mean absolute error of the naive forecast "as last month" within the training data, by which MASE is
 * scaled; in the values' unit, NaN below two values.
 */
export function naiveError(training: ArrayLike<number>): number {
  let sum = 0;
  for (let t = 1; t < training.length; t++) sum += Math.abs(training[t]! - training[t - 1]!);
  return training.length < 2 ? Number.NaN : sum / (training.length - 1);
}

/**
 * MASE, the mean absolute scaled error: of forecast less actual, each over the `naiveError` of its training
 * data. Below 1 is better out of sample than "as last month" was in sample; NaN for none. Source: Hyndman &
 * Koehler (2006), "Another look at measures of forecast accuracy", Int. J. Forecasting 22.
 */
export function meanAbsoluteScaledError(scaledErrors: readonly number[]): number {
  return mean(scaledErrors, Math.abs) ?? Number.NaN;
}

/** One forecast of one month, with what came. All in the unit of the series. */
export interface Outcome {
  readonly actual: number;
  readonly low: number;
  readonly high: number;
}

/** The share of outcomes inside their band, ends included; NaN for none. */
export function coverage(outcomes: readonly Outcome[]): number {
  return (
    mean(outcomes, ({actual, low, high}) => Number(actual >= low && actual <= high)) ?? Number.NaN
  );
}
