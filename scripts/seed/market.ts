/**
 * The securities and their paths: a daily walk with a common factor, so that they rise and fall together in
 * part, and rates of exchange of their own. Products of rounded numbers only, so every engine agrees.
 */
import {isBusinessDay} from "../../src/lib/businessDays.js";
import type {Day, Month} from "../../src/lib/day.js";
import {civilOf, firstDayOf, lastDayOf} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import type {Dividend, Split} from "../../src/lib/posting.js";
import {stream} from "../../src/lib/stream.js";

export interface Instrument {
  readonly symbol: string;
  readonly name: string;
  readonly kind: "share" | "fund";
  readonly currency: "USD" | "EUR";
  readonly sector: string;
  /** Price at the start, in the currency. */
  readonly price: number;
  /** Yearly drift; how much of the common move it takes; its own daily deviation. */
  readonly drift: number;
  readonly beta: number;
  readonly deviation: number;
  /** Calendar months of its ex days, and the yearly dividend as a share of the price. */
  readonly exMonths: readonly number[];
  readonly yield: number;
}

export const instruments: readonly Instrument[] = [
  {
    symbol: "AAPL",
    name: "Apple Inc.",
    kind: "share",
    currency: "USD",
    sector: "Technology hardware",
    price: 208,
    drift: 0.09,
    beta: 1.1,
    deviation: 0.011,
    exMonths: [2, 5, 8, 11],
    yield: 0.005,
  },
  {
    symbol: "ASML",
    name: "ASML Holding N.V.",
    kind: "share",
    currency: "EUR",
    sector: "Semiconductors",
    price: 596,
    drift: 0.1,
    beta: 1.3,
    deviation: 0.014,
    exMonths: [2, 4, 7, 10],
    yield: 0.009,
  },
  {
    symbol: "MSFT",
    name: "Microsoft Corporation",
    kind: "share",
    currency: "USD",
    sector: "Software",
    price: 418,
    drift: 0.11,
    beta: 1.0,
    deviation: 0.009,
    exMonths: [2, 5, 8, 11],
    yield: 0.008,
  },
  {
    symbol: "NVDA",
    name: "NVIDIA Corporation",
    kind: "share",
    currency: "USD",
    sector: "Semiconductors",
    price: 612,
    drift: 0.24,
    beta: 1.6,
    deviation: 0.019,
    exMonths: [3, 6, 9, 12],
    yield: 0.0003,
  },
  {
    symbol: "TSLA",
    name: "Tesla, Inc.",
    kind: "share",
    currency: "USD",
    sector: "Automobiles",
    price: 281,
    drift: 0.02,
    beta: 1.5,
    deviation: 0.024,
    exMonths: [],
    yield: 0,
  },
  {
    symbol: "VWRL",
    name: "Vanguard FTSE All-World UCITS ETF",
    kind: "fund",
    currency: "EUR",
    sector: "Global equity",
    price: 118,
    drift: 0.07,
    beta: 0.8,
    deviation: 0.002,
    exMonths: [3, 6, 9, 12],
    yield: 0.017,
  },
];

/** Units of a currency start at this many euros; the deviation is daily. */
export const currencies = [
  {currency: "EUR", rate: 1, deviation: 0},
  {currency: "CHF", rate: 1.0671, deviation: 0.002},
  {currency: "GBP", rate: 1.1748, deviation: 0.0028},
  {currency: "USD", rate: 0.8812, deviation: 0.0036},
] as const;

/** The currency of each instrument, by number. */
export const currencyOf: readonly number[] = instruments.map((instrument) =>
  currencies.findIndex(({currency}) => currency === instrument.currency),
);

const commonDeviation = 0.0082;
const splitSymbol = 3;

export interface MarketDay {
  readonly day: Day;
  /** Ten-thousandths of the currency, by instrument. */
  readonly closeE4: Float64Array;
  /** Millionths of a euro, by currency. */
  readonly rateE6: Float64Array;
}

export interface PlannedDividend extends Dividend {
  /** The rate of the day of payment, 0 until it is known. */
  rateE6: number;
  readonly exOn: Day;
  readonly paidOn: Day;
}

export interface PlannedSplit extends Split {
  readonly day: Day;
}

/** A market that can always go on: the days of each month are made when they are first asked for. */
export class Market {
  readonly dividends: PlannedDividend[] = [];
  readonly splits: PlannedSplit[] = [];
  readonly #draw;
  readonly #close: Float64Array;
  readonly #rate: Float64Array;
  readonly #splitMonth: Month;
  #next: Month;
  #made: {month: Month; days: MarketDay[]} = {month: -1, days: []};

  constructor(seed: number, start: Month, months: number) {
    this.#draw = stream(seed, "market");
    this.#close = Float64Array.from(instruments, ({price}) => price);
    this.#rate = Float64Array.from(currencies, ({rate}) => rate);
    this.#splitMonth = start + Math.floor(months / 2);
    this.#next = start;
  }

  /** The business days of a month; months are asked for in order, and each may be asked for again. */
  daysOf(month: Month): readonly MarketDay[] {
    if (month === this.#made.month) return this.#made.days;
    if (month !== this.#next) throw new Error(`months of the market come in order: ${month}`);
    const days: MarketDay[] = [];
    for (let day = firstDayOf(month); day <= lastDayOf(month); day++) {
      if (isBusinessDay(day)) days.push(this.#step(day, days.length, month));
    }
    this.#next++;
    this.#made = {month, days};
    return days;
  }

  #step(day: Day, position: number, month: Month): MarketDay {
    const common = normal(this.#draw) * commonDeviation;
    if (month === this.#splitMonth && position === 9) {
      this.splits.push({instrument: splitSymbol, before: 1, after: 4, day});
      this.#close[splitSymbol]! /= 4;
    }
    instruments.forEach(({drift, beta, deviation}, index) => {
      const move = drift / 256 + beta * common + deviation * normal(this.#draw);
      this.#close[index] = rounded(this.#close[index]! * (1 + move), 1e4);
    });
    currencies.forEach(({deviation}, index) => {
      this.#rate[index] = rounded(this.#rate[index]! * (1 + deviation * normal(this.#draw)), 1e6);
    });
    if (position === 8) this.#declare(day, month);
    const rateE6 = this.#rate.map((rate) => Math.round(rate * 1e6));
    for (const dividend of this.dividends) {
      if (dividend.paidOn === day) dividend.rateE6 = rateE6[currencyOf[dividend.instrument]!]!;
    }
    return {day, closeE4: this.#close.map((price) => inCents(price)), rateE6};
  }

  #declare(day: Day, month: Month): void {
    const {month: calendarMonth} = civilOf(firstDayOf(month));
    instruments.forEach((instrument, index) => {
      if (!instrument.exMonths.includes(calendarMonth)) return;
      const perShare = (this.#close[index]! * instrument.yield) / instrument.exMonths.length;
      const amountE4 = Math.max(100, Math.round(perShare * 100) * 100);
      let paidOn = day + 14;
      while (!isBusinessDay(paidOn)) paidOn++;
      this.dividends.push({
        instrument: index,
        amountE4,
        rateE6: 0,
        exOn: day,
        paidOn,
      });
    });
  }
}

/** Closing prices have two decimals: ten-thousandths in steps of a hundred. */
function inCents(price: number): number {
  return Math.round(price * 100) * 100;
}

function rounded(value: number, scale: number): number {
  return Math.round(value * scale) / scale;
}
