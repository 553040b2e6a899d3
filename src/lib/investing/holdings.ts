import type {Day} from "../day.js";
import type {DividendPayment} from "./dividends.js";
import {mulDiv} from "./exact.js";
import {type Gain, gainOf, noGain, plusGain} from "./gain.js";
import {type Basis, noBasis} from "./lots.js";
import {type Market, rateOn, valueOn} from "./market.js";
import type {Trail} from "./trail.js";

/** A position at the close of a day; one that is sold out has quantity 0 and its realized gain. */
export interface Holding {
  readonly accountId: string;
  readonly symbol: string;
  readonly quantityE6: number;
  readonly basis: Basis;
  readonly realized: Gain;
  readonly feeCents: number;
}

export interface ValuedHolding extends Holding {
  readonly valueCents: number;
  readonly unrealized: Gain;
  readonly dividendCents: number;
}

/**
 * The positions at the close of `on` (by default: after the last trade and split), in the order of the trails.
 * Positions without a trade by then are left out.
 */
export function holdings(trails: readonly Trail[], on: Day = Number.POSITIVE_INFINITY): Holding[] {
  const result: Holding[] = [];
  for (const {accountId, symbol, rows} of trails) {
    let realized = noGain;
    let feeCents = 0;
    let quantityE6 = 0;
    let basis = noBasis;
    let count = 0;
    for (const row of rows) {
      if (row.day > on) break;
      realized = plusGain(realized, row.realized);
      feeCents += row.feeCents;
      quantityE6 = row.heldE6;
      basis = row.basis;
      count++;
    }
    if (count > 0) result.push({accountId, symbol, quantityE6, basis, realized, feeCents});
  }
  return result;
}

/**
 * A holding at the prices of a day, with its unrealized gain over cost (fees of buying included, fees of a
 * future sale not) and the dividends paid to it by then. Throws where price or rate is missing, unless nothing
 * is held.
 */
export function valued(
  holding: Holding,
  market: Market,
  day: Day,
  payments: readonly DividendPayment[] = [],
): ValuedHolding {
  const {accountId, symbol, quantityE6, basis} = holding;
  const valueCents = valueOn(market, symbol, quantityE6, day);
  const unrealized =
    quantityE6 === 0 ? noGain : gainOf(valueCents, basis, rateOn(market, symbol, day));
  let dividendCents = 0;
  for (const payment of payments) {
    const isOwn = payment.accountId === accountId && payment.symbol === symbol;
    if (isOwn && payment.paidOn <= day) dividendCents += payment.amountCents;
  }
  return {...holding, valueCents, unrealized, dividendCents};
}

/**
 * Average acquisition cost of one share in millionths of a euro, rounded, for show; null when nothing is held.
 */
export function averageCostE6(quantityE6: number, basis: Basis): number | null {
  return quantityE6 === 0 ? null : mulDiv(basis.costCents, 1e10, quantityE6);
}
