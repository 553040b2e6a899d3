import {mean, range, sum, variance} from "d3-array";
import {type Regression, regression} from "./regression.js";
import type {SeasonKind} from "./seasonalPool.js";

/**
 * The season of one series alone. Eighteen months show six months of the year twice and six once, so a
 * season must prove itself before it is believed. Months a year apart must agree: the noise, half the
 * variance of yearly differences, must be far below what a straight line, or a single step, leaves
 * unexplained (neither a random walk nor a step agrees so with itself). Where a smooth yearly wave explains
 * the series as well (a regression's F), less agreement is enough; a pattern without a wave, as a December
 * peak, needs more. What is believed is the wave, plus each month's own departure from it, shrunk by how
 * well departures repeat. Failing a yearly season, one by the month of the quarter is looked for likewise.
 *
 * Sources: harmonic regression, Hyndman & Athanasopoulos, FPP3, 7.4; strength of seasonality as a ratio of
 * variances, FPP3, 4.3; shrinkage as in seasonalIndex.ts. The limits were set on simulated series, for one
 * false season in a hundred of flat noise.
 */
export interface SeriesSeason {
  readonly kind: SeasonKind;
  /** The index `t` months after the first of the series, seen or not. */
  index(t: number): number;
  /** Variance of a month's noise, in squares of the index's unit. */
  readonly noise: number;
  /** On how many independent differences the noise rests. */
  readonly freedom: number;
  /** Variance of the index's own error, as a share of the noise. */
  error(t: number): number;
  /** How many parameters it took from so many months: the trace of what turns values into indices. */
  parameters(months: number): number;
}

/** The periods looked for, in months, and how many pairs of months a period apart each needs. */
const periods = [
  {period: 12, fewestPairs: 4},
  {period: 3, fewestPairs: 9},
];
/** F of the yearly wave beyond which it explains much. */
const convincingWave = 8;

/** The season that a series proves; undefined where it proves none. */
export function maybeSeriesSeason(values: ArrayLike<number>): SeriesSeason | undefined {
  const data = Array.from(values);
  const forms = [{kind: "absolute" as SeasonKind, values: data}];
  if (data.every((value) => value > 0)) {
    forms.push({kind: "relative", values: data.map(Math.log)});
  }
  for (const {period, fewestPairs} of periods) {
    if (data.length < period + fewestPairs) continue;
    const proofs = forms
      .map((form) => ({...form, ...proofOf(form.values, period)}))
      .filter(({isProven}) => isProven);
    const [best] = proofs.sort((a, b) => b.agreement - a.agreement);
    if (best) return shrunkSeason(best.kind, best, period);
  }
  return undefined;
}

interface Proof {
  /** Of the series less its slope: the level, and for a year its wave, cosine and sine. */
  readonly fit: Regression;
  /** Variance around the fit. */
  readonly spread: number;
  /** Half the variance of differences one period apart. */
  readonly noise: number;
  readonly freedom: number;
  /** How many times the noise the best rival without season leaves unexplained. */
  readonly agreement: number;
  readonly isProven: boolean;
}

function proofOf(values: readonly number[], period: number): Proof {
  const n = values.length;
  const line = regression(values, (t) => [1, t]);
  // By differences one period apart, in which the season cancels: a least squares slope would lean on it.
  const slope = mean(values.slice(period), (later, k) => later - values[k]!)! / period;
  const level = values.map((value, t) => value - slope * t);
  const fit = regression(level, (t) => (period === 12 ? [1, ...wave(t)] : [1]));
  const parameters = fit.coefficients.length + 1;
  const {residuals} = fit;
  const differences = residuals.slice(period).map((later, t) => later - residuals[t]!);
  const unexplained = squares(line.residuals);
  const left = squares(residuals);
  const isFlat = unexplained <= 1e-18 * squares(values);
  const noise = Math.max(variance(differences)! / 2, 1e-24 * unexplained);
  const freedom = differences.length - 1;
  const agreement = Math.min(unexplained / (n - 2), stepVariance(values)) / noise;
  const waveF = period === 12 ? (unexplained - left) / 2 / (left / (n - parameters)) : 0;
  const isProven =
    agreement > 1 + 36 / freedom ||
    (waveF > convincingWave && agreement > 1 + 2.6 / Math.sqrt(freedom));
  const spread = left / (n - parameters);
  return {fit, spread, noise, freedom, agreement, isProven: isProven && !isFlat};
}

function shrunkSeason(kind: SeasonKind, proof: Proof, period: number): SeriesSeason {
  const {fit, noise, freedom} = proof;
  const repeating = Math.max(0, proof.spread - noise);
  const places = Array.from({length: period}, (_, place) => {
    const own = fit.residuals.filter((_, t) => t % period === place);
    const trust = repeating / (repeating + noise / own.length);
    const smooth = fit.at(place) - fit.coefficients[0]!;
    return {index: smooth + trust * mean(own)!, error: trust / own.length};
  });
  const middle = mean(places, ({index}) => index)!;
  const at = (t: number) => places[t % period]!;
  return {
    kind,
    index: (t) => (kind === "relative" ? Math.exp(at(t).index - middle) - 1 : at(t).index - middle),
    noise,
    freedom,
    error: (t) => at(t).error,
    parameters: (months) => fit.coefficients.length - 1 + sum(range(months), (t) => at(t).error),
  };
}

function wave(t: number): [number, number] {
  const angle = (2 * Math.PI * t) / 12;
  return [Math.cos(angle), Math.sin(angle)];
}

/** The variance around the best single step from one level to another. */
function stepVariance(values: readonly number[]): number {
  const around = (part: readonly number[]) => (variance(part) ?? 0) * (part.length - 1);
  let least = Infinity;
  for (let t = 2; t <= values.length - 2; t++) {
    least = Math.min(least, around(values.slice(0, t)) + around(values.slice(t)));
  }
  return least / (values.length - 3);
}

function squares(values: readonly number[]): number {
  return sum(values, (value) => value ** 2);
}
