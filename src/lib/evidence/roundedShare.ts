import {percent} from "../format.js";

/**
 * A share of people in a sentence, `4.2%`. Where counts are multiples of a `step`, a count of none is fewer than half of it:
 * `fewer than 0.6%`.
 */
export function roundedShare(
  {count, of}: {readonly count: number; readonly of: number},
  step: number,
): string {
  if (count > 0 || step === 1) return percent(count / of);
  return `fewer than ${percent(Math.ceil((1000 * step) / 2 / of) / 1000, 1)}`;
}
