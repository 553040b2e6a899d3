/**
 * At which level each of a pool of series goes on, and how far that is in doubt: what a sum over many months rests
 * on, as noise cancels in it and an error of the level adds up.
 *
 * A level is seen through noise that does not last: what comes late this month is there the next, so that the mean of
 * a quarter strays less than three independent months would. It wanders a little. Most series of a pool are alike
 * and a few are not, so the prior is a mixture of normal distributions around the pool's middle, from narrow to wide,
 * whose weights the pool itself shows (Stephens 2017, "False discovery rates: a new deal", Biostatistics 18):
 * a series near the others is drawn to them, one far out is left where it is. What is above or below the others comes
 * back to them by some two fifths a year (Fama & French 2000, "Forecasting profitability and earnings", J. Business 73).
 * The lists below were set on simulated banks.
 */
import {cross, mean, median, sum} from "d3-array";
import {normal} from "../normal.js";
import type {Stream} from "../stream.js";

/** A series without its season, in units of its own scale. */
export interface LevelledSeries {
  readonly values: ArrayLike<number>;
  /** The typical error of a month, in the same unit. */
  readonly spread: number;
}

/** Gives one possibility of many: the level in each of so many months ahead. */
export type Level = (months: number, random: Stream) => Float64Array;

/** What a series may be. */
interface Kind {
  /** How far its level is from the pool's middle, and how far it moves a month, in units of scale. */
  readonly width: number;
  readonly wander: number;
  /** What is left after a month of its distance from the middle. */
  readonly persistence: number;
}

const widths = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64];
const wanders = [0.006, 0.012];
/** From that width on a series is of another sort, as one that burns capital, and does not come back. */
const another = 0.16;
const returning = 0.96;
const kinds: readonly Kind[] = cross(widths, wanders).map(([width, wander]) => ({
  width,
  wander,
  persistence: width < another ? returning : 1,
}));
/** Series that each kind is believed to have before any is seen. */
const priorSeries = 1;
const steps = 40;

/** The variance of a mean of months over that of independent ones. */
const memories = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/** Of the errors by which kinds are judged: a few series break, and do not speak for the others. */
const freedom = 6;
/** The variance of what never erred, so that nothing is divided by 0. */
const leastVariance = 1e-12;

/** What one series says of its level if it is of a kind: mean and variance, and how well that foretold it. */
interface Filtered {
  readonly level: number;
  readonly variance: number;
  readonly evidence: number;
}

interface Fit {
  readonly evidence: number;
  readonly filtered: readonly (readonly Filtered[])[];
  /** For each series, how likely each kind is. */
  readonly shares: readonly (readonly number[])[];
}

/** The levels of a pool of series of at least three months. */
export function pooledLevels(pool: readonly LevelledSeries[]): Level[] {
  const middle = median(pool, ({values}) => mean(Array.from(values).slice(-12))) ?? 0;
  const quarters = pool.map(({values}) => quarterMeans(values));
  const fits = memories.map((memory): Fit => {
    const filtered = pool.map(({spread}, i) => {
      const variance = memory * spread ** 2 || leastVariance;
      return kinds.map((kind) => filter(quarters[i]!, middle, variance, kind));
    });
    return {filtered, ...mixed(filtered)};
  });
  const best = fits.reduce<Fit | undefined>(
    (kept, fit) => (kept && kept.evidence >= fit.evidence ? kept : fit),
    undefined,
  );
  return pool.map(
    (_, i): Level =>
      (months, random) => {
        const kind = drawn(best!.shares[i]!, random());
        const {level, variance} = best!.filtered[i]![kind]!;
        const {wander, persistence} = kinds[kind]!;
        let now = level + Math.sqrt(variance) * normal(random);
        const path = new Float64Array(months);
        for (let h = 0; h < months; h++) {
          if (h > 0) now = middle + persistence * (now - middle) + wander * normal(random);
          path[h] = now;
        }
        return path;
      },
  );
}

/** The means of three months each, the last of which end with the series. */
function quarterMeans(values: ArrayLike<number>): number[] {
  const first = values.length % 3;
  return Array.from({length: Math.floor(values.length / 3)}, (_, quarter) => {
    const at = first + 3 * quarter;
    return (values[at]! + values[at + 1]! + values[at + 2]!) / 3;
  });
}

/** The Kalman filter of a level that wanders (Durbin & Koopman, 2.2), a quarter at a time. */
function filter(
  quarters: readonly number[],
  middle: number,
  monthVariance: number,
  {width, wander, persistence}: Kind,
): Filtered {
  let [level, variance, evidence] = [middle, width ** 2, 0];
  for (const value of quarters) {
    const total = variance + monthVariance / 3;
    const gain = variance / total;
    const error = value - level;
    const scale = (total * (freedom - 2)) / freedom;
    evidence -=
      (Math.log(scale) + (freedom + 1) * Math.log(1 + error ** 2 / (freedom * scale))) / 2;
    const kept = persistence ** 3;
    level = middle + kept * (level + gain * error - middle);
    variance = kept ** 2 * (1 - gain) * variance + 3 * wander ** 2;
  }
  return {level, variance, evidence};
}

/** How common each kind is in the pool, by expectation and maximization (Dempster, Laird & Rubin 1977). */
function mixed(filtered: readonly (readonly Filtered[])[]): Pick<Fit, "evidence" | "shares"> {
  const best = filtered.map((own) => Math.max(...own.map(({evidence}) => evidence)));
  const likelihoods = filtered.map((own, i) =>
    own.map(({evidence}) => Math.exp(evidence - best[i]!)),
  );
  let weights = kinds.map(() => 1 / kinds.length);
  let shares: number[][] = [];
  let evidence = 0;
  for (let step = 0; step < steps; step++) {
    const joint = likelihoods.map((own) => own.map((likelihood, k) => likelihood * weights[k]!));
    const totals = joint.map((own) => sum(own));
    evidence = sum(best) + sum(totals, Math.log);
    shares = joint.map((own, i) => own.map((share) => share / totals[i]!));
    const all = shares.length + priorSeries * kinds.length;
    weights = kinds.map((_, k) => (sum(shares, (own) => own[k]!) + priorSeries) / all);
  }
  return {evidence, shares};
}

/** The place in a list of shares that a number from 0 to below 1 falls on. */
function drawn(shares: readonly number[], number: number): number {
  let left = number;
  for (let place = 0; place < shares.length; place++) {
    left -= shares[place]!;
    if (left < 0) return place;
  }
  return shares.length - 1;
}
