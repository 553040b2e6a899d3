/** The digits of numbers, as `format.ts` and `unitScale.ts` write them. */

/** What a page may hold: SQL hands over numbers, big integers and nulls. */
export type Value = number | bigint | null | undefined;

export const missing = "–";
export const minus = "−";
/** Units of a thousand, each a thousand times the one before. */
export const units = ["", "k", "m", "bn", "tn"] as const;
const joiner = "\u2060";

/** The value as a number; undefined for what is missing or endless. */
export function finite(value: Value): number | undefined {
  const number = value === null || value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A number with so many decimals, halves away from zero; never −0. */
export function rounded(value: number, decimals = 0): number {
  // The shift by exponent keeps decimals exact where a product would not: 1.005 * 100 is 100.49999999999999.
  const shift = (number: number, by: number) => {
    const [digits, exponent = "0"] = String(number).split("e");
    return Number(`${digits}e${Number(exponent) + by}`);
  };
  const magnitude = shift(Math.round(shift(Math.abs(value), decimals)), -decimals);
  return value < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** Digits of a magnitude: grouped by comma from 1,000 on, with exactly so many decimals. */
export function digits(magnitude: number, decimals: number): string {
  const [whole = "0", fraction] = magnitude.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A body with a minus where the value is below zero. */
export function signed(value: number, body: string): string {
  return value < 0 ? withSignBefore(minus, body) : body;
}

/** A sign before a body, and held to it: a line may otherwise end before the euro sign. */
export function withSignBefore(sign: string, body: string): string {
  return `${sign}${body.startsWith("€") ? joiner : ""}${body}`;
}
