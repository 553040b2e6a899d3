import {roundedQuotient, toSafeNumber} from "./exact.js";

/** A decimal number as written, without loss: digits × 10^-decimals. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/** The decimal in a text such as `12`, `-0.5` or `101.33333`; undefined for anything else. */
export function maybeDecimal(text: string): Decimal | undefined {
  const match = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? "";
  return {digits: BigInt(match[1]! + fraction), decimals: fraction.length};
}

/** The product of two decimals, without loss. */
export function times(a: Decimal, b: Decimal): Decimal {
  return {digits: a.digits * b.digits, decimals: a.decimals + b.decimals};
}

/** A decimal as an integer of 10^-decimals, rounded halves away from zero: 1.005 in 2 decimals is 101. */
export function roundTo(value: Decimal, decimals: number): number {
  const shift = decimals - value.decimals;
  return toSafeNumber(
    shift >= 0
      ? value.digits * 10n ** BigInt(shift)
      : roundedQuotient(value.digits, 10n ** BigInt(-shift)),
  );
}

/** Whether a decimal has no digit other than 0 after the given number of decimals. */
export function fitsIn(value: Decimal, decimals: number): boolean {
  return (
    value.decimals <= decimals || value.digits % 10n ** BigInt(value.decimals - decimals) === 0n
  );
}

/**
 * A number of the snapshot (text, or a JavaScript number as JSON and Arrow deliver it) as an integer of
 * 10^-decimals. Throws on a text that is not a decimal and on more decimals than the column has.
 */
export function scaled(value: string | number, decimals: number): number {
  const decimal = maybeDecimal(String(value));
  if (!decimal || !fitsIn(decimal, decimals)) {
    throw new Error(`invalid number with at most ${decimals} decimals: ${JSON.stringify(value)}`);
  }
  return roundTo(decimal, decimals);
}

/** An integer of 10^-decimals as text without needless zeros: 1500000 in 6 decimals is `1.5`. */
export function formatScaled(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, -decimals);
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}
