import type {Day} from "../../../src/lib/day.js";
import {createMarket, type Market} from "../../../src/lib/investing/market.js";
import type {Split} from "../../../src/lib/investing/trade.js";

export interface Listing {
  readonly currency?: string;
  readonly sector?: string;
  /** Closes from the first day on, one a calendar day; null for a day without one. */
  readonly closes: readonly (number | null)[];
}

/** A small market for tests; rates are euro per unit, one a calendar day. */
export function marketOf(
  firstDay: Day,
  listings: Readonly<Record<string, Listing>>,
  {
    rates = {},
    splits = [],
  }: {rates?: Readonly<Record<string, readonly number[]>>; splits?: readonly Split[]} = {},
): Market {
  const entries = Object.entries(listings);
  return createMarket({
    instruments: entries.map(([symbol, {currency = "EUR", sector = "Technology"}]) => ({
      symbol,
      currency,
      sector,
    })),
    prices: entries.flatMap(([symbol, {closes}]) =>
      closes.flatMap((close, i) =>
        close === null ? [] : [{symbol, day: firstDay + i, closeE4: Math.round(close * 1e4)}],
      ),
    ),
    rates: Object.entries(rates).flatMap(([currency, values]) =>
      values.map((rate, i) => ({currency, day: firstDay + i, rateE6: Math.round(rate * 1e6)})),
    ),
    splits,
  });
}
