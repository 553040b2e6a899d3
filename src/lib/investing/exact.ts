/**
 * Exact arithmetic of the investment engine. Every figure is an integer: money in cents, quantities in
 * millionths of a share (`…E6`), prices in ten-thousandths (`…E4`), exchange rates in millionths (`…E6`), the
 * euro price of one share, price × rate, in `…E10`. The suffix names the power of ten. All of them stay below
 * 2^53; only their products do not, and those live in `mulDiv` alone.
 *
 * The rounding rule is one everywhere: to the nearest unit, halves away from zero, as SQL rounds decimals. It is
 * applied at four places, each of which names its own remainder so that nothing is lost: the gross amount of a
 * trade (trade.ts), the part of a lot's cost that a sale removes (lots.ts), the value of a holding on a day
 * (market.ts) and the quantity after a split (split.ts).
 */

const safeEstimate = 2 ** 40;
const safeMargin = 2 ** -10;

/**
 * a × b ÷ divisor, rounded to the nearest integer, halves away from zero, exactly. All three are integers in
 * the safe range, the divisor positive. Throws `AmountError` where the result is not in that range.
 *
 * The floating product is off by at most 3 × 2^-53 of itself. Below 2^40 that is under 2^-11, so wherever the
 * estimate is more than 2^-10 away from a half its rounding is certain; the rest is done in BigInt.
 */
export function mulDiv(a: number, b: number, divisor: number): number {
  const estimate = (a * b) / divisor;
  const magnitude = Math.abs(estimate);
  const nearest = Math.round(magnitude);
  if (magnitude < safeEstimate && Math.abs(magnitude - nearest) < 0.5 - safeMargin) {
    return estimate < 0 && nearest !== 0 ? -nearest : nearest;
  }
  return toSafeNumber(roundedQuotient(BigInt(a) * BigInt(b), BigInt(divisor)));
}

/** numerator ÷ denominator to the nearest integer, halves away from zero; the denominator is positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** An amount too large to be exact: beyond 2^53 cents or millionths of a share. */
export class AmountError extends Error {
  override readonly name = "AmountError";
  constructor(value: bigint | number) {
    super(`amount out of range: ${value}`);
  }
}

/** A BigInt as a number; throws `AmountError` where a number would not be exact. */
export function toSafeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new AmountError(value);
  return number;
}

/** The sum of two integers; throws `AmountError` where it would not be exact. */
export function safeSum(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new AmountError(sum);
  return sum;
}
