/**
 * Prices and exchange rates, ready to be asked for any day: one array a symbol, one number a calendar day, the
 * last known price carried over weekends and holidays. It is carried for at most a week and never over a split;
 * after that a price is missing, and a figure that needs it is an error that says which day.
 */
import {type Day, formatDay} from "../day.js";
import {mulDiv} from "./exact.js";
import type {Split} from "./trade.js";

export interface Instrument {
  readonly symbol: string;
  readonly currency: string;
  readonly sector: string;
}

export interface MarketData {
  readonly instruments: readonly Instrument[];
  /** Closes in ten-thousandths of the instrument's currency, as traded that day. */
  readonly prices: readonly {
    readonly symbol: string;
    readonly day: Day;
    readonly closeE4: number;
  }[];
  /** Millionths of a euro per unit; the euro itself may be left out. */
  readonly rates: readonly {
    readonly currency: string;
    readonly day: Day;
    readonly rateE6: number;
  }[];
  readonly splits: readonly Split[];
}

/** One instrument through time; index 0 is the market's first day, and 0 says that nothing is known. */
interface Quotes extends Instrument {
  readonly closeE4: Float64Array;
  readonly rateE6: Float64Array;
  /** Close × rate: the price of one share in euro, times 10^10. */
  readonly unitE10: Float64Array;
}

export interface Market {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly quotes: ReadonlyMap<string, Quotes>;
  /** By index as above: 1 where any instrument has a price of that very day. */
  readonly isTradingDay: Uint8Array;
}

/** How many days a price or rate is carried: the longest run without trading is Xetra's five days at Christmas. */
export const maxCarriedDays = 7;

/** The market of these prices and rates; it ends `maxCarriedDays` after the last price. One without a price knows no day. */
export function createMarket({instruments, prices, rates, splits}: MarketData): Market {
  if (prices.length === 0) {
    return {firstDay: 0, lastDay: -1, quotes: new Map(), isTradingDay: new Uint8Array()};
  }
  let firstDay = prices[0]!.day;
  let lastDay = firstDay;
  for (const {day} of prices) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }
  lastDay += maxCarriedDays;
  const known = <T extends {readonly day: Day}>(
    rows: readonly T[],
    numberOf: (row: T) => number,
  ) => {
    const values = new Float64Array(lastDay - firstDay + 1);
    for (const row of rows) {
      if (row.day >= firstDay && row.day <= lastDay) values[row.day - firstDay] = numberOf(row);
    }
    return values;
  };
  const isTradingDay = new Uint8Array(lastDay - firstDay + 1);
  for (const {day} of prices) isTradingDay[day - firstDay] = 1;

  const quotes = new Map<string, Quotes>();
  for (const instrument of instruments) {
    const {symbol, currency} = instrument;
    const ownPrices = prices.filter((row) => row.symbol === symbol);
    const ownRates = rates.filter((row) => row.currency === currency);
    const splitDays = splits
      .filter((split) => split.symbol === symbol)
      .map(({day}) => day - firstDay);
    const closeE4 = carried(
      known(ownPrices, (row) => row.closeE4),
      new Set(splitDays),
    );
    const rateE6 =
      currency === "EUR" && ownRates.length === 0
        ? new Float64Array(closeE4.length).fill(1e6)
        : carried(
            known(ownRates, (row) => row.rateE6),
            new Set(),
          );
    const unitE10 = closeE4.map((close, i) => close * rateE6[i]!);
    quotes.set(symbol, {...instrument, closeE4, rateE6, unitE10});
  }
  return {firstDay, lastDay, quotes, isTradingDay};
}

/** The quotes of a symbol; throws on an unknown one. */
export function quotesOf(market: Market, symbol: string): Quotes {
  const quotes = market.quotes.get(symbol);
  if (!quotes) throw new Error(`unknown symbol: ${JSON.stringify(symbol)}`);
  return quotes;
}

/** Millionths of a euro per unit of the currency of a symbol; throws where it is missing. */
export function rateOn(market: Market, symbol: string, day: Day): number {
  const {rateE6, currency} = quotesOf(market, symbol);
  const rate = rateE6[day - market.firstDay];
  if (!rate) throw new Error(`missing exchange rate: ${currency} on ${formatDay(day)}`);
  return rate;
}

/**
 * Whether the price of one share in euro is known on a day: a price may come before the first rate of exchange, where data
 * begin on a day on which the exchange trades and the central bank rests.
 */
export function isQuotedOn(market: Market, symbol: string, day: Day): boolean {
  return (quotesOf(market, symbol).unitE10[day - market.firstDay] ?? 0) > 0;
}

/** The price of one share in euro, times 10^10; throws where price or rate is missing. */
export function unitOn(market: Market, symbol: string, day: Day): number {
  const {unitE10, closeE4} = quotesOf(market, symbol);
  const index = day - market.firstDay;
  const unit = unitE10[index];
  if (unit) return unit;
  if (closeE4[index]) rateOn(market, symbol, day);
  throw new Error(`missing price: ${symbol} on ${formatDay(day)}`);
}

/** What a quantity is worth at the close of a day, rounded to the cent; nothing is worth nothing without a price. */
export function valueOn(market: Market, symbol: string, quantityE6: number, day: Day): number {
  return quantityE6 === 0 ? 0 : mulDiv(quantityE6, unitOn(market, symbol, day), 1e14);
}

function carried(values: Float64Array, stops: ReadonlySet<number>): Float64Array {
  let last = 0;
  let age = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i]) {
      last = values[i]!;
      age = 0;
    } else {
      if (stops.has(i) || ++age > maxCarriedDays) last = 0;
      values[i] = last;
    }
  }
  return values;
}
