/**
 * Rows of the snapshot as the engine's values. Decimals may be text or numbers, days are text that starts with
 * the date (`2025-05-01`, with or without a time), as JSON has them.
 */
import {parseDay} from "../day.js";
import {scaled} from "./decimal.js";
import type {Dividend} from "./dividends.js";
import {createMarket, type Instrument, type Market} from "./market.js";
import type {Split} from "./trade.js";

export interface SplitRow {
  readonly symbol: string;
  readonly day: string;
  readonly shares_before: number;
  readonly shares_after: number;
}

export interface DividendRow {
  readonly symbol: string;
  readonly ex_on: string;
  readonly paid_on: string;
  readonly amount: string | number;
}

export interface MarketRows {
  readonly instruments: readonly Instrument[];
  readonly prices: readonly {
    readonly symbol: string;
    readonly day: string;
    readonly close: string | number;
  }[];
  readonly fx_rates: readonly {
    readonly currency: string;
    readonly day: string;
    readonly rate: string | number;
  }[];
  readonly splits: readonly SplitRow[];
}

/** A row of `bank.splits`. */
export function splitFromRow(row: SplitRow): Split {
  return {
    symbol: row.symbol,
    day: dateOf(row.day),
    sharesBefore: row.shares_before,
    sharesAfter: row.shares_after,
  };
}

/** A row of `bank.dividends`. */
export function dividendFromRow(row: DividendRow): Dividend {
  return {
    symbol: row.symbol,
    exOn: dateOf(row.ex_on),
    paidOn: dateOf(row.paid_on),
    amountE4: scaled(row.amount, 4),
  };
}

/** The market in rows of `bank.instruments`, `bank.prices`, `bank.fx_rates` and `bank.splits`. */
export function marketFromRows({instruments, prices, fx_rates, splits}: MarketRows): Market {
  return createMarket({
    instruments,
    prices: prices.map(({symbol, day, close}) => {
      return {symbol, day: dateOf(day), closeE4: scaled(close, 4)};
    }),
    rates: fx_rates.map(({currency, day, rate}) => {
      return {currency, day: dateOf(day), rateE6: scaled(rate, 6)};
    }),
    splits: splits.map(splitFromRow),
  });
}

function dateOf(text: string): number {
  return parseDay(text.slice(0, 10));
}
