import {rollup, sum} from "d3-array";
import type {Month} from "../day.js";

/**
 * Seasonal indices for a pool of short series. Eighteen months show a yearly pattern once and a half, too
 * little to estimate twelve indices per company, so that each index is a sum of effects, from the common to
 * the particular, each shrunk as far as the pool's own evidence says:
 *
 *   the month of the year, for all · for the industry · the month of the quarter, for the company ·
 *   the month of the year, for the company
 *
 * Every effect is the posterior mean of a normal effect with variance τ² seen through noise of the
 * company's own variance σ²; τ² is estimated by the products of pairs of observations that share a cell
 * (the intraclass covariance), so that an effect that does not repeat is not believed. Source: empirical
 * Bayes estimates of variance components, Searle, Casella & McCulloch, "Variance Components" (1992), 3.7
 * and 7.4; pooled seasonal indices shrunk to the series, Bunn & Vassilopoulos (1999), "Comparison of
 * seasonal estimation methods in multi-item short-term forecasting", Int. J. Forecasting 15.
 */
export interface SeasonalObservation {
  /** Number of the series in the pool. */
  readonly series: number;
  /** Number of its group (industry). */
  readonly group: number;
  readonly month: Month;
  /** Departure from the series' own trend, for example as a share of it: 0.2 is 20 % above. */
  readonly departure: number;
  /** Variance of the series' noise, in squares of the departure's unit. */
  readonly noise: number;
}

export interface SeasonalIndex {
  /** The expected departure of a series in any month, in the departures' unit. */
  at(series: number, group: number, month: Month): number;
  /** For each observation, the departure expected from all others (the jackknife of its index). */
  readonly withoutOwn: Float64Array;
}

interface Cell {
  readonly family: number;
  /** Σ 1/σ² */
  precision: number;
  /** Σ departure/σ² */
  weighted: number;
  /** Σ (departure/σ²)² and Σ (1/σ²)², to leave the pairs of an observation with itself out */
  weightedSquares: number;
  precisionSquares: number;
}

type Place = Pick<SeasonalObservation, "series" | "group" | "month">;

interface Effect {
  /** The cell whose observations share one effect. */
  readonly cell: (place: Place) => number;
  /** The cells whose effects share one variance τ²: an industry is as seasonal as it is. */
  readonly family: (place: Place) => number;
}

const effects: readonly Effect[] = [
  {cell: ({month}) => month % 12, family: () => 0},
  {cell: ({group, month}) => group * 12 + (month % 12), family: ({group}) => group},
  {cell: ({series, month}) => series * 3 + (month % 3), family: () => 0},
  {cell: ({series, month}) => series * 12 + (month % 12), family: () => 0},
];

/** The indices of a pool; without observations every index is 0. */
export function seasonalIndex(observations: readonly SeasonalObservation[]): SeasonalIndex {
  const rest = Float64Array.from(observations, ({departure}) => departure);
  const withoutOwn = new Float64Array(observations.length);
  const fitted: ((place: Place) => number)[] = [];
  for (const effect of effects) {
    const cells = gather(observations, rest, effect);
    const variances = rollup([...cells.values()], effectVariance, ({family}) => family);
    const shrunk = (weighted: number, precision: number, variance: number) =>
      variance === 0 ? 0 : weighted / (precision + 1 / variance);
    for (const [index, observation] of observations.entries()) {
      const {family, weighted, precision} = cells.get(effect.cell(observation))!;
      const variance = variances.get(family)!;
      const own = 1 / observation.noise;
      withoutOwn[index]! += shrunk(
        weighted - rest[index]! * own,
        Math.max(0, precision - own),
        variance,
      );
      rest[index]! -= shrunk(weighted, precision, variance);
    }
    fitted.push((place) => {
      const cell = cells.get(effect.cell(place));
      return cell ? shrunk(cell.weighted, cell.precision, variances.get(cell.family)!) : 0;
    });
  }
  return {
    at(series, group, month) {
      const place = {series, group, month};
      let departure = 0;
      for (const effectAt of fitted) departure += effectAt(place);
      return departure;
    },
    withoutOwn,
  };
}

function gather(
  observations: readonly SeasonalObservation[],
  rest: Float64Array,
  effect: Effect,
): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const [index, observation] of observations.entries()) {
    const key = effect.cell(observation);
    let cell = cells.get(key);
    if (!cell) {
      const family = effect.family(observation);
      cell = {family, precision: 0, weighted: 0, weightedSquares: 0, precisionSquares: 0};
      cells.set(key, cell);
    }
    const precision = 1 / observation.noise;
    const weighted = rest[index]! * precision;
    cell.precision += precision;
    cell.weighted += weighted;
    cell.weightedSquares += weighted ** 2;
    cell.precisionSquares += precision ** 2;
  }
  return cells;
}

/**
 * τ² of a family of cells: the weighted mean product of two observations of the same cell, less its standard
 * error (the cells are independent), so that chance alone rarely makes an effect; 0 where that is negative
 * or no two observations share a cell.
 */
function effectVariance(cells: readonly Cell[]): number {
  const pairs = cells.map((cell) => ({
    product: cell.weighted ** 2 - cell.weightedSquares,
    weight: cell.precision ** 2 - cell.precisionSquares,
  }));
  const weight = sum(pairs, (pair) => pair.weight);
  if (weight <= 1e-9 * sum(cells, ({precision}) => precision ** 2)) return 0;
  const estimate = sum(pairs, (pair) => pair.product) / weight;
  const error =
    Math.sqrt(sum(pairs, (pair) => (pair.product - estimate * pair.weight) ** 2)) / weight;
  return Math.max(0, estimate - error);
}
