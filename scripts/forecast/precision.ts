/** More digits than these would pretend, whatever the input has. */
const mostDigits = 10;

/** The digits that the largest value of a series of round numbers is given, so that 3 is not forecast as 3 for ever. */
const fewestDigits = 3;

/**
 * Rounds as the values of a series allow: to the decimals that they are written with (`decimals`), to three
 * digits of the largest of them where that is finer, and never beyond ten digits.
 */
export function precisionOf(
  values: readonly number[],
  decimals: number,
): (value: number) => number {
  const largest = Math.max(0, ...values.map(Math.abs));
  const magnitude = largest === 0 ? 0 : Math.floor(Math.log10(largest)) + 1;
  const kept = Math.min(100, Math.max(decimals, fewestDigits - magnitude));
  // toFixed rounds halves away from zero: the mirror image of a series keeps a mirrored forecast
  return (value) => Number(Number(value.toPrecision(mostDigits)).toFixed(kept)) + 0;
}
