import {firstDayOf, type Month, secondsPerDay} from "../../src/lib/day.js";
import {Ledger} from "../../src/lib/ledger/ledger.js";
import {type Journal, Outcome, type Register} from "../../src/lib/ledger/posting.js";
import {Proposals} from "../../src/lib/ledger/proposals.js";
import type {Bank} from "./bank.js";
import {Drafts} from "./drafts.js";
import {instruments} from "./instruments.js";
import {type Invoice, InvoiceBook} from "./invoiceBook.js";
import {type MonthFrame, monthFrame} from "./monthFrame.js";
import {longestWait} from "./themes/invoices.js";
import type {Propose, Theme} from "./themes/theme.js";

/** Days that a payment may move beyond its wait, to the next business day. */
const holidays = 10;

/**
 * A bank in motion: asks the themes for a month's proposals, puts them in order, and lets the ledger post
 * them. Only what is still to come is kept, so memory does not grow with the months.
 */
export class Simulation {
  readonly ledger: Ledger;
  readonly invoices = new InvoiceBook();
  readonly drafts: Drafts;
  readonly #bank: Bank;
  readonly #themes: readonly Propose[];
  /** The outcomes of the month proposed last, by the index of the proposal. */
  results = new Uint8Array(0);
  #later = new Proposals();
  #spare = new Proposals();
  #next: Month;

  constructor(bank: Bank, themes: readonly Theme[], journal: Journal) {
    this.#bank = bank;
    this.#next = bank.parameters.start;
    this.#themes = themes.map((theme) => theme.open(bank));
    this.drafts = new Drafts(bank.people.length, this.invoices);
    const register: Register = {
      instrumentCount: instruments.length,
      trade: (link) => this.drafts.trades[link]!,
      dividend: (link) => bank.market.dividends[link]!,
      split: (link) => bank.market.splits[link]!,
    };
    this.ledger = new Ledger(bank.accounts, register, journal, (id, transactionId) =>
      this.invoices.receive(id, transactionId),
    );
  }

  /**
   * Asks the themes for the next month; returns it, the order in which its proposals are to be posted, and the
   * invoices that are issued in it.
   */
  propose(): {frame: MonthFrame; order: Uint32Array; issued: Invoice[]} {
    const month = this.#next++;
    const {start} = this.#bank.parameters;
    const frame = monthFrame(month, start, this.#bank.market.daysOf(month));
    const {proposals} = this.drafts;
    this.drafts.clear(
      this.#bank.people.filter(
        ({joinedOn, leavesOn}) =>
          joinedOn <= frame.last && (leavesOn ?? frame.first) >= frame.first,
      ),
    );
    const until = firstDayOf(month + 1) * secondsPerDay;
    this.#recall(until);
    for (const propose of this.#themes) propose(frame, this.drafts);
    putOff(proposals, until, this.#later);
    this.results = new Uint8Array(proposals.length);
    const order = proposals.order(frame.first * secondsPerDay, until);
    return {frame, order, issued: this.invoices.takeIssued()};
  }

  /** Posts a whole month. Returns it, and the invoices whose fate is settled. */
  run(): {frame: MonthFrame; settled: Invoice[]} {
    const {frame, order} = this.propose();
    this.ledger.post(this.drafts.proposals, order, this.results);
    this.invoices.takePaid();
    return {frame, settled: this.settle(frame)};
  }

  /** The invoices paid since this was last asked. */
  takePaid(): Invoice[] {
    return this.invoices.takePaid();
  }

  /** Takes out the invoices that nobody will pay any more after a month, or that are paid. */
  settle(frame: MonthFrame): Invoice[] {
    return this.invoices.takeBefore(frame.first - longestWait - holidays);
  }

  /**
   * Moves what was put off, and is due now, from the waiting list to the month's proposals. What waited for a payment
   * of the last month that was refused (the refund of a purchase, say) is dropped.
   */
  #recall(until: number): void {
    const waiting = this.#later;
    this.#later = this.#spare;
    this.#spare = waiting;
    this.#later.clear();
    for (let index = 0; index < waiting.length; index++) {
      const required = waiting.required(index);
      if (required >= 0 && this.results[required] !== Outcome.posted) continue;
      const target = waiting.at(index) < until ? this.drafts.proposals : this.#later;
      target.setRequired(target.copy(waiting, index), -1);
    }
  }
}

/** Copies what happens from an instant on to the waiting list; a function of its own, so that its loop is compiled. */
function putOff(proposals: Proposals, until: number, later: Proposals): void {
  for (let index = 0; index < proposals.length; index++) {
    if (proposals.at(index) >= until) later.copy(proposals, index);
  }
}
