/**
 * Normal and lognormal draws from tables of quantiles. The transcendental functions behind them differ in
 * their last bits between engines, so each entry is rounded to six decimals: one uniform draw picks an entry,
 * and everything after it is exact.
 */
import type {Stream} from "./stream.js";

const size = 4096;

/** Standard normal quantiles at the middles of 4096 equal steps of probability. */
const quantiles: Float64Array = Float64Array.from({length: size}, (_, index) =>
  rounded(normalQuantile((index + 0.5) / size)),
);

/** A draw from the standard normal distribution, between about −3.7 and 3.7. */
export function normal(draw: Stream): number {
  return quantiles[Math.floor(draw() * size)]!;
}

/**
 * A table of `length` quantiles of a lognormal distribution with the given mean and the given standard
 * deviation of its logarithm, in the unit of the mean; drawing an index evenly draws from the distribution.
 */
export function lognormalTable(mean: number, sigma: number, length = 1024): Float64Array {
  const step = size / length;
  const table = Float64Array.from({length}, (_, index) =>
    Math.exp(sigma * quantiles[Math.floor((index + 0.5) * step)]!),
  );
  const average = table.reduce((sum, value) => sum + value, 0) / length;
  return table.map((value) => rounded((value / average) * mean));
}

/** The quantile of the standard normal distribution (P. J. Acklam's rational approximation, 2003). */
function normalQuantile(probability: number): number {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972];
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const low = 0.02425;
  if (probability < low || probability > 1 - low) {
    const tail = Math.min(probability, 1 - probability);
    const q = Math.sqrt(-2 * Math.log(tail));
    const value =
      (((((c[0]! * q + c[1]!) * q + c[2]!) * q + c[3]!) * q + 4.374664141464968) * q +
        2.938163982698783) /
      ((((d[0]! * q + d[1]!) * q + d[2]!) * q + d[3]!) * q + 1);
    return probability < low ? value : -value;
  }
  const q = probability - 0.5;
  const r = q * q;
  return (
    ((((((a[0]! * r + a[1]!) * r + a[2]!) * r + a[3]!) * r - 30.66479806614716) * r +
      2.506628277459239) *
      q) /
    (((((b[0]! * r + b[1]!) * r + b[2]!) * r + b[3]!) * r - 13.28068155288572) * r + 1)
  );
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
