import {mean, rollup, sum} from "d3-array";
import {firstJudged} from "./smoothingChoice.js";

/** How many months of its own a series needs to count as much as its group for the size of its errors. */
const groupMonths = 2;
/** How many months a group needs to count as much as the whole pool for what is typical of it. */
const poolMonths = 36;
/** What an error one month further off counts for the size of errors. */
const memory = 0.8;

/** The errors of a series in its own terms. */
export interface ErrorSize {
  /** The typical error of the last months. */
  readonly size: number;
  /** Each error over the typical error of the months around it; NaN in the first months. */
  readonly surprises: Float64Array;
}

/**
 * How large the errors of each series are, near months counting more, drawn towards what is typical of its
 * group: shops take in next month what they took in this month, builders are paid when a house stands, and a band
 * of one width for both would be far too wide for the former and too narrow for the latter. Groups in
 * their turn are drawn towards the pool (empirical Bayes of variances, as in Smyth (2004), "Linear models and
 * empirical Bayes methods", Stat. Appl. Genet. Mol. Biol. 3; the weights were set on simulated banks).
 */
export function errorSizes(
  errors: readonly Float64Array[],
  groups: readonly number[],
): ErrorSize[] {
  const typical = typicalSquares(errors, groups);
  return errors.map((own, i) => errorSize(own, typical.get(groups[i]!)!));
}

/**
 * Each error is put over the size of the others around it, so that what is drawn from here and multiplied by
 * the size of another series is as wild as a new error (externally studentized residuals: Cook & Weisberg,
 * "Residuals and Influence in Regression", 1982, 2.2.1).
 */
function errorSize(errors: Float64Array, typical: number): ErrorSize {
  const sizeNear = (month: number) => {
    let squares = groupMonths * typical;
    let weights = groupMonths;
    for (let t = firstJudged; t < errors.length; t++) {
      if (t === month) continue;
      const weight = memory ** Math.abs(month - t);
      squares += weight * errors[t]! ** 2;
      weights += weight;
    }
    return Math.sqrt(squares / weights);
  };
  return {
    size: sizeNear(errors.length),
    surprises: errors.map((error, t) => (error === 0 ? 0 : error / sizeNear(t))),
  };
}

/**
 * For each group, the typical square of an error: the geometric mean of its series' mean squares, so that one
 * wild series does not set the size of all. Series that never erred do not count.
 */
function typicalSquares(
  errors: readonly Float64Array[],
  groups: readonly number[],
): Map<number, number> {
  const sizes = errors.flatMap((own, i) => {
    const judged = own.subarray(firstJudged);
    const square = mean(judged, (error) => error ** 2) ?? 0;
    return square === 0 ? [] : [{group: groups[i]!, months: judged.length, log: Math.log(square)}];
  });
  if (sizes.length === 0) return new Map(groups.map((group) => [group, 0]));
  const months = (some: typeof sizes) => sum(some, (size) => size.months);
  const logs = (some: typeof sizes) => sum(some, (size) => size.months * size.log);
  const whole = logs(sizes) / months(sizes);
  return rollup(
    groups,
    ([group]) => {
      const own = sizes.filter((size) => size.group === group);
      return Math.exp((logs(own) + poolMonths * whole) / (months(own) + poolMonths));
    },
    (group) => group,
  );
}
