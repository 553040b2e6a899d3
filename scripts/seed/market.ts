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
import {currencies, currencyOf, instruments} from "./instruments.js";

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
