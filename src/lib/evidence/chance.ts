/**
 * Does a difference hold against its own noise? Every finding that ranks, compares or says "rose" asks here first, and
 * says that the difference is within chance where it does not. The answers are probabilities: how often noise alone
 * would show a difference at least as large. Three sources of noise have a module each:
 *
 * - `groups`: people or companies that could as well have been others (permutation and bootstrap);
 * - `months`: a monthly series that moves by itself (its own month-to-month changes);
 * - `summaries`: counts and medians of which no rows are at hand.
 *
 * A total of the bank's own books is no sample: that balances are higher than a month ago is a fact and needs no test;
 * that the rise is remarkable does.
 */

/** What noise does less often than this is not called noise. */
export const level = 0.05;

/** Whether noise alone would rarely do this; a probability that is not known proves nothing. */
export function isBeyondChance(probability: number | undefined): boolean {
  return probability !== undefined && probability < level;
}

/**
 * The probability that noise alone would do this in at least one of so many comparisons, at most: to be asked before the
 * two ends of a ranking are set against each other, of which `pairsOf` counts the comparisons (Bonferroni's bound).
 */
export function inAnyOf(tries: number, probability: number | undefined): number | undefined {
  return probability === undefined ? undefined : Math.min(1, tries * probability);
}

/** How many pairs so many things make. */
export function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/**
 * The probability that a Student t variable with a whole number of degrees of freedom lies at least as far from zero as
 * `t`; 1 for fewer than one degree. Closed form by trigonometric series: Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function studentTails(t: number, freedom: number): number {
  if (freedom < 1 || Number.isNaN(t)) return 1;
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cos : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= freedom - 2; power += 2) {
    term *= (cos * cos * (power - 1)) / power;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
  return Math.max(0, 1 - within);
}
