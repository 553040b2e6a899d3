import {mulDiv} from "./exact.js";
import type {Basis} from "./lots.js";

/**
 * A gain in euro and its two causes, which add up to it exactly.
 *
 * The currency effect is what the money paid, left lying in the foreign currency, would have gained: the price
 * paid in that currency at today's rate, less the euros paid. The price effect is all the rest: the gain in the
 * foreign currency at today's rate, less commissions (they are charged in euro). For an instrument in euro the
 * currency effect is zero. The mixed term, price times currency, so counts to the price; there is no neutral
 * place for it, and this is the one in which each effect is a sum of money that one can point at.
 */
export interface Gain {
  readonly gainCents: number;
  readonly priceEffectCents: number;
  readonly currencyEffectCents: number;
}

export const noGain: Gain = {gainCents: 0, priceEffectCents: 0, currencyEffectCents: 0};

/**
 * The gain of shares that cost `basis` and fetch, or are worth, `worthCents` after fees, at `rateE6` millionths of
 * a euro per unit of their currency.
 */
export function gainOf(worthCents: number, basis: Basis, rateE6: number): Gain {
  const gainCents = worthCents - basis.costCents;
  const currencyEffectCents = mulDiv(basis.paidLocalCents, rateE6, 1e6) - basis.paidCents;
  return {gainCents, priceEffectCents: gainCents - currencyEffectCents, currencyEffectCents};
}

export function plusGain(a: Gain, b: Gain): Gain {
  return {
    gainCents: a.gainCents + b.gainCents,
    priceEffectCents: a.priceEffectCents + b.priceEffectCents,
    currencyEffectCents: a.currencyEffectCents + b.currencyEffectCents,
  };
}
