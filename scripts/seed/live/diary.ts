import {type Day, formatMonth} from "../../../src/lib/day.js";
import type {Invoice} from "../invoiceBook.js";
import type {Market, MarketDay, PlannedDividend, PlannedSplit} from "../market.js";
import type {MonthFrame} from "../monthFrame.js";

/** What is new beside the postings. */
export interface News {
  readonly days: readonly Day[];
  readonly market: readonly MarketDay[];
  readonly dividends: PlannedDividend[];
  readonly splits: PlannedSplit[];
  readonly invoices: readonly Invoice[];
}

/** What of a month has been told, day by day. */
export class Diary {
  readonly #frame: MonthFrame;
  #told: Day;
  #issued: readonly Invoice[];

  constructor(frame: MonthFrame, issued: readonly Invoice[]) {
    this.#frame = frame;
    this.#told = frame.first - 1;
    this.#issued = issued;
  }

  /** `2026-11` */
  get month(): string {
    return formatMonth(this.#frame.month);
  }

  get isWhole(): boolean {
    return this.#told >= this.#frame.last;
  }

  /** What came up to a day, with the invoices that were paid meanwhile. */
  until(day: Day, {dividends, splits}: Market, paid: readonly Invoice[]): News {
    const from = this.#told + 1;
    const isNew = (date: Day) => date >= from && date <= day;
    const issued = this.#issued.filter(({issuedOn}) => issuedOn <= day);
    this.#issued = this.#issued.filter(({issuedOn}) => issuedOn > day);
    this.#told = Math.max(this.#told, day);
    return {
      days: Array.from({length: Math.max(0, day - from + 1)}, (_, index) => from + index),
      market: this.#frame.market.filter((marketDay) => isNew(marketDay.day)),
      dividends: dividends.filter(({exOn}) => isNew(exOn)),
      splits: splits.filter((split) => isNew(split.day)),
      invoices: [...new Set([...issued, ...paid])].sort((a, b) => a.id - b.id),
    };
  }
}
