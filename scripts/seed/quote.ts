import {between, chance, type Stream, stream} from "../../src/lib/stream.js";
import type {Instrument} from "./instruments.js";
import {type Payout, payouts, raised} from "./payouts.js";
import {type PriceModel, priceModels} from "./priceModels.js";
import {inSpan, type Range, type Span, within} from "./ranges.js";
import {Shocks} from "./shocks.js";

/** What many instruments share on a day: moves as parts of a price, and the deviation of their own ones. */
export interface SharedMoves {
  readonly weather: number;
  readonly world: number;
  readonly us: number;
  readonly eu: number;
}

const tradingDaysPerYear = 252;

/**
 * Part of its distance to its trend by which a price is pulled back in a day, half of it in about a year: prices stray
 * for long, but not for ever (J. Poterba and L. Summers, Journal of Financial Economics 22, 1988).
 */
const pull = 0.003;

/** The price of one instrument, and what it pays out, from one day of its exchange to the next. */
export class Quote {
  readonly #model: PriceModel;
  readonly #shocks: Shocks;
  readonly #results: Results | undefined;
  readonly #payout: Payout | undefined;
  readonly #raises: Stream;
  #price: number;
  #trend: number;
  #amountE4: number;
  #hasPaid = false;

  constructor(seed: number, {symbol, kind}: Instrument) {
    this.#model = priceModels[symbol];
    this.#price = this.#model.price;
    this.#trend = this.#price;
    this.#shocks = new Shocks(stream(seed, `market/${symbol}`));
    this.#results = kind === "share" ? new Results(stream(seed, `results/${symbol}`)) : undefined;
    this.#payout = payouts[symbol];
    this.#amountE4 = this.#payout?.amountE4 ?? 0;
    this.#raises = stream(seed, `payouts/${symbol}`);
  }

  /** The close in ten-thousandths of the currency; it has two decimals. */
  get closeE4(): number {
    return Math.round(this.#price * 100) * 100;
  }

  /** So many shares became so many. */
  split(before: number, after: number): void {
    this.#price = rounded((this.#price * before) / after);
    this.#trend = rounded((this.#trend * before) / after);
  }

  /** The dividend that goes ex on the nth day of trading of a calendar month, if one does; the price falls by it. */
  maybeDividend(calendarMonth: number, nth: number): Pick<Payout, "amountE4" | "wait"> | undefined {
    const payout = this.#payout;
    if (!payout || nth !== payout.exDay || !payout.months.includes(calendarMonth)) return undefined;
    if (this.#hasPaid && calendarMonth === payout.raisedIn) {
      this.#amountE4 = raised(this.#amountE4, payout.growth, this.#raises);
    }
    this.#hasPaid = true;
    this.#price = rounded(this.#price - this.#amountE4 / 1e4);
    this.#trend = rounded(this.#trend - this.#amountE4 / 1e4);
    return {amountE4: this.#amountE4, wait: payout.wait};
  }

  /** Moves the price to the close of the nth day of trading of a calendar month. */
  move(shared: SharedMoves, calendarMonth: number, nth: number): void {
    const {drift, beta, region, regional, own} = this.#model;
    const surprise = this.#results?.surprise(calendarMonth, nth) ?? 0;
    const news = shared.weather * this.#shocks.next() + surprise;
    const common = beta * shared.world + regional * shared[region];
    const usual = drift / tradingDaysPerYear;
    const move = usual + pull * (this.#trend / this.#price - 1) + common + own * news;
    this.#trend = rounded(this.#trend * (1 + usual));
    this.#price = rounded(this.#price * (1 + Math.max(leastMove, move)));
  }
}

/** No share loses more than this in a day here: a price stays a price. */
const leastMove = -0.4;

/** The day of trading in a month on which results come, their size in usual days, and how often they are bad. */
const resultDays: Span = [3, 17];
const surpriseSize: Range = {least: 2.5, spread: 2.5};
const badShare = 0.5;

/**
 * The days on which a firm tells its results, once a quarter. Prices then move by several times their usual day
 * (W. Beaver, Journal of Accounting Research 6, 1968), up as often as down.
 */
class Results {
  readonly #draw: Stream;
  readonly #phase: number;
  readonly #nth: number;

  constructor(draw: Stream) {
    this.#draw = draw;
    this.#phase = between(draw, 1, 2);
    this.#nth = inSpan(draw, resultDays);
  }

  /** The surprise of a day in usual days, 0 without results. */
  surprise(calendarMonth: number, nth: number): number {
    if (calendarMonth % 3 !== this.#phase || nth !== this.#nth) return 0;
    const size = within(this.#draw, surpriseSize);
    return chance(this.#draw, badShare) ? -size : size;
  }
}

function rounded(price: number): number {
  return Math.round(price * 1e4) / 1e4;
}
