import type {Quantiles} from "./quantiles.js";
import {type Component, mixtureQuantile, mixtureShare} from "./seriesMixture.js";

/** Of how many cases of either kind the habit of a month is known before anything is seen (Jeffreys's prior). */
const priorCases = 0.5;

/**
 * The probability that a month is not 0, for the `ahead`th month after the last. Either months do not know of each
 * other, or each follows the habit of such months as the one before (Willemain, Smart & Schwarz 2004, "A new
 * approach to forecasting intermittent demand", Int. J. Forecasting 20); the two are weighed by how well
 * they would have foretold the series, month by month.
 */
export function chanceOfAny(values: readonly number[], ahead: number): number {
  const any = values.map((value) => value !== 0);
  const alone = habits(any, () => 0);
  const chained = habits(any, (before) => Number(before));
  const trust = 1 / (1 + Math.exp(alone.evidence - chained.evidence));
  let chance = Number(any.at(-1));
  for (let step = 0; step < ahead; step++) {
    chance = chance * chained.after(true) + (1 - chance) * chained.after(false);
  }
  return trust * chance + (1 - trust) * alone.after(true);
}

/** How often a month is not 0, by the kind of the month before, and the logarithm of how well that foretold each. */
function habits(any: readonly boolean[], kindOf: (before: boolean) => number) {
  const counts = [0, 1].map(() => ({any: priorCases, all: 2 * priorCases}));
  let evidence = 0;
  for (const [t, isAny] of any.entries()) {
    if (t === 0) continue;
    const count = counts[kindOf(any[t - 1]!)]!;
    evidence += Math.log(isAny ? count.any / count.all : 1 - count.any / count.all);
    count.any += Number(isAny);
    count.all += 1;
  }
  const after = (before: boolean) => {
    const count = counts[kindOf(before)]!;
    return count.any / count.all;
  };
  return {evidence, after};
}

/** After one payment in all a month has another with that chance at least: nobody knows how often it comes. */
const leastAfterOne = 0.2;

/**
 * The forecast where only one month differs from 0, upwards: another payment is possible in each month, of that size give
 * or take half.
 */
export function onePayment(values: readonly number[], horizon: number): Quantiles[] {
  const amount = values.find((value) => value !== 0)!;
  const another: Component = {
    weight: 1,
    isOfLogarithm: false,
    centre: amount,
    scale: amount / 2,
    freedom: 4,
    factor: 1,
    shift: 0,
  };
  return Array.from({length: horizon}, (_, h) => {
    const any = Math.max(leastAfterOne, chanceOfAny(values, h + 1));
    const [p10, p50, p90] = [0.1, 0.5, 0.9].map((probability) =>
      Math.max(0, quantileAround0([another], probability, any)),
    );
    return {p10: p10!, p50: p50!, p90: p90!};
  });
}

/** A quantile where the components speak only of the share `any` of cases, and the others are 0. */
export function quantileAround0(
  components: readonly Component[],
  probability: number,
  any: number,
): number {
  if (any === 1) return mixtureQuantile(components, probability);
  const below = any * mixtureShare(components, 0);
  if (probability < below) return mixtureQuantile(components, probability / any);
  if (probability <= below + 1 - any) return 0;
  return mixtureQuantile(components, (probability - 1 + any) / any);
}
