/**
 * The forecasts that a method must beat to be worth its trouble (Hyndman & Athanasopoulos, FPP3, 5.2).
 * Each gives the value expected `ahead` months after the last of `values` (1 for the next), undefined where
 * it does not exist.
 */
export type Baseline = (values: ArrayLike<number>, ahead: number) => number | undefined;

export type BaselineName = "seasonalNaive" | "lastValue" | "plainAverage";

export const baselines: {readonly [name in BaselineName]: Baseline} = {
  /** The same month a year before. */
  seasonalNaive: (values, ahead) => values[values.length - 12 + ((ahead - 1) % 12)],
  /** The last month again. */
  lastValue: (values) => values[values.length - 1],
  /** The mean of all months. */
  plainAverage: (values) =>
    values.length === 0 ? undefined : Array.from(values).reduce((a, b) => a + b, 0) / values.length,
};
