import type {Day} from "../day.js";
import {mulDiv} from "./exact.js";
import {type Market, rateOn} from "./market.js";
import {heldOn, type Trail} from "./trail.js";

/** A dividend as announced: `amountE4` per share, in the instrument's currency. */
export interface Dividend {
  readonly symbol: string;
  readonly exOn: Day;
  readonly paidOn: Day;
  readonly amountE4: number;
}

/** What one account received for one dividend. */
export interface DividendPayment {
  readonly accountId: string;
  readonly symbol: string;
  readonly exOn: Day;
  readonly paidOn: Day;
  readonly quantityE6: number;
  readonly amountCents: number;
}

/**
 * What a position received: for each dividend paid by `until`, the quantity held at the close of the day before
 * it went ex, times the amount, at the rate of the day of payment, to the cent; what is less than half a cent is not
 * paid. Throws where that rate is missing.
 */
export function dividendPayments(
  trail: Trail,
  dividends: readonly Dividend[],
  market: Market,
  until: Day,
): DividendPayment[] {
  const payments: DividendPayment[] = [];
  for (const {symbol, exOn, paidOn, amountE4} of dividends) {
    if (symbol !== trail.symbol || paidOn > until) continue;
    const quantityE6 = heldOn(trail, exOn - 1);
    if (quantityE6 === 0) continue;
    const unitE10 = amountE4 * rateOn(market, symbol, paidOn);
    const amountCents = mulDiv(quantityE6, unitE10, 1e14);
    if (amountCents === 0) continue;
    payments.push({accountId: trail.accountId, symbol, exOn, paidOn, quantityE6, amountCents});
  }
  return payments;
}
