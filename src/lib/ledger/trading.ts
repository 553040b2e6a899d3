/**
 * The arithmetic of a trade, exact: quantities are integer millionths of a share, prices integer
 * ten-thousandths of the currency, rates integer millionths of a euro per unit of it.
 */
import {splitQuantity as engineSplit} from "../investing/split.js";

export const quantityScale = 1_000_000;
export const priceScale = 10_000;
export const rateScale = 1_000_000;

const unitsPerCent = 100_000_000_000_000n; // 10^(6 + 4 + 6) per euro, by 100 cents

/**
 * quantity × price × rate in cents, halves away from zero: what `round(quantity * price * fx_rate, 2)` gives
 * on SQL decimals, where the product has 16 decimals and is exact.
 */
export function grossCents(quantityE6: number, priceE4: number, rateE6: number): number {
  const product = BigInt(quantityE6) * BigInt(priceE4) * BigInt(rateE6);
  const magnitude = product < 0n ? -product : product;
  const cents = Number((magnitude + unitsPerCent / 2n) / unitsPerCent);
  return product < 0n ? -cents : cents;
}

/** The cash leg of a trade in cents: what leaves the account on a buy, what arrives on a sell. */
export function cashLegCents(side: "buy" | "sell", grossCents: number, feeCents: number): number {
  return side === "buy" ? -(grossCents + feeCents) : grossCents - feeCents;
}

/** A position after a split, in millionths of a share, by the rule of the investment engine (investing/split.ts). */
export function splitQuantity(quantityE6: number, before: number, after: number): number {
  return engineSplit(quantityE6, {sharesBefore: before, sharesAfter: after});
}
