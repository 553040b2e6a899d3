/** Sums and texts of decimal amounts, without loss. */
import type {Decimal} from "../investing/decimal.js";

export const negative = ({digits, decimals}: Decimal): Decimal => ({digits: -digits, decimals});

export const absolute = (value: Decimal): Decimal => (value.digits < 0n ? negative(value) : value);

export const isZero = ({digits}: Decimal): boolean => digits === 0n;

/** The sum of two decimals, with the decimals of the longer. */
export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.decimals === b.decimals) return {digits: a.digits + b.digits, decimals: a.decimals};
  const decimals = Math.max(a.decimals, b.decimals);
  const shifted = (value: Decimal) => value.digits * 10n ** BigInt(decimals - value.decimals);
  return {digits: shifted(a) + shifted(b), decimals};
}

/** `-1280.00`: with two decimals, or as many as it has. */
export function formatAmount(value: Decimal): string {
  return formatDecimal(value.decimals >= 2 ? value : plus(value, {digits: 0n, decimals: 2}));
}

/** `0.53600`: with as many decimals as it has. */
export function formatDecimal({digits, decimals}: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  const whole = text.slice(0, text.length - decimals);
  return `${digits < 0n ? "-" : ""}${whole}${decimals > 0 ? `.${text.slice(-decimals)}` : ""}`;
}

/** As a number, to compare with: exact enough to tell cents of any account. */
export const asNumber = ({digits, decimals}: Decimal): number => Number(digits) / 10 ** decimals;
