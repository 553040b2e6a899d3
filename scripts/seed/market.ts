/**
 * The market day by day: closing prices on the days of each exchange, rates of exchange on those of the euro's payment
 * system, dividends and a split. Each source of moves draws from a stream of its own. Products of rounded numbers
 * only, so every engine agrees.
 */
import {isBusinessDay} from "../../src/lib/bank/businessDays.js";
import {type ExchangeCode, exchanges, isExchangeDay} from "../../src/lib/bank/exchanges.js";
import type {Day, Month} from "../../src/lib/day.js";
import {civilOf, firstDayOf, lastDayOf} from "../../src/lib/day.js";
import type {Dividend, Split} from "../../src/lib/ledger/posting.js";
import {normal} from "../../src/lib/normal.js";
import {type Stream, stream} from "../../src/lib/stream.js";
import {currencies, currencyOf, instrumentOf, instruments} from "./instruments.js";
import {sharedDeviation} from "./priceModels.js";
import {Quote} from "./quote.js";
import {Shocks, Weather} from "./shocks.js";

/** A share that pays no dividend, so that no announced amount has to be divided with it. */
const split = {instrument: instrumentOf("ADYEN"), before: 1, after: 10, nth: 10} as const;

export interface MarketDay {
  readonly day: Day;
  /** Ten-thousandths of the currency, by instrument; 0 where its exchange is closed. */
  readonly closeE4: Float64Array;
  /** Millionths of a euro, by currency: those of the day if it has a fixing, else the last ones. */
  readonly rateE6: Float64Array;
  /** Whether rates of exchange are fixed on the day. */
  readonly hasFixing: boolean;
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
  readonly #quotes: readonly Quote[];
  readonly #weather: Weather;
  readonly #shared: Readonly<Record<keyof typeof sharedDeviation, Shocks>>;
  readonly #rates: Stream;
  readonly #rate: Float64Array;
  readonly #splitMonth: Month;
  #next: Month;
  #made: {month: Month; days: MarketDay[]} = {month: -1, days: []};

  constructor(seed: number, start: Month, months: number) {
    const shocks = (name: string) => new Shocks(stream(seed, `market/${name}`));
    this.#quotes = instruments.map((instrument) => new Quote(seed, instrument));
    this.#weather = new Weather(stream(seed, "market/weather"));
    this.#shared = {world: shocks("world"), us: shocks("us"), eu: shocks("eu")};
    this.#rates = stream(seed, "market/rates");
    this.#rate = Float64Array.from(currencies, ({rate}) => rate);
    this.#splitMonth = start + Math.floor(months / 2);
    this.#next = start;
  }

  /** The days of a month on which any exchange trades; months are asked for in order, the last one also again. */
  daysOf(month: Month): readonly MarketDay[] {
    if (month === this.#made.month) return this.#made.days;
    if (month !== this.#next) throw new Error(`months of the market come in order: ${month}`);
    const days: MarketDay[] = [];
    const nth = Object.fromEntries(exchanges.map((exchange) => [exchange, 0]));
    for (let day = firstDayOf(month); day <= lastDayOf(month); day++) {
      const open = exchanges.filter((exchange) => isExchangeDay(exchange, day));
      for (const exchange of open) nth[exchange]!++;
      if (open.length > 0)
        days.push(
          this.#step(day, month, (exchange) => (open.includes(exchange) ? nth[exchange]! : 0)),
        );
    }
    this.#next++;
    this.#made = {month, days};
    return days;
  }

  /** One day, which is the nth of trading in the month for each exchange, or the 0th where it is closed. */
  #step(day: Day, month: Month, nthOf: (exchange: ExchangeCode) => number): MarketDay {
    const hasFixing = isBusinessDay(day);
    if (hasFixing) this.#fix();
    const rateE6 = this.#rate.map((rate) => Math.round(rate * 1e6));
    const {month: calendarMonth} = civilOf(day);
    const weather = this.#weather.next();
    const moveOf = (name: keyof typeof sharedDeviation) =>
      weather * this.#shared[name].next() * sharedDeviation[name];
    const shared = {weather, world: moveOf("world"), us: moveOf("us"), eu: moveOf("eu")};
    const closeE4 = Float64Array.from(instruments, ({exchange}, instrument) => {
      const nth = nthOf(exchange);
      if (nth === 0) return 0;
      const quote = this.#quotes[instrument]!;
      if (month === this.#splitMonth && instrument === split.instrument && nth === split.nth) {
        quote.split(split.before, split.after);
        this.splits.push({day, ...split});
      }
      const dividend = quote.maybeDividend(calendarMonth, nth);
      if (dividend) {
        const paidOn = paymentDay(exchange, day + dividend.wait);
        this.dividends.push({
          instrument,
          amountE4: dividend.amountE4,
          rateE6: 0,
          exOn: day,
          paidOn,
        });
      }
      quote.move(shared, calendarMonth, nth);
      return quote.closeE4;
    });
    for (const dividend of this.dividends) {
      if (dividend.paidOn === day) dividend.rateE6 = rateE6[currencyOf[dividend.instrument]!]!;
    }
    return {day, closeE4, rateE6, hasFixing};
  }

  #fix(): void {
    currencies.forEach(({deviation}, index) => {
      const moved = this.#rate[index]! * (1 + deviation * normal(this.#rates));
      this.#rate[index] = Math.round(moved * 1e6) / 1e6;
    });
  }
}

/** The first day on or after a day on which the exchange trades and banks settle. */
function paymentDay(exchange: ExchangeCode, from: Day): Day {
  let day = from;
  while (!isBusinessDay(day) || !isExchangeDay(exchange, day)) day++;
  return day;
}
