import {categoryNames} from "../../../src/lib/bank/codes.js";
import {channels} from "../../../src/lib/bank/schema.js";
import {secondsPerDay} from "../../../src/lib/day.js";
import {Outcome} from "../../../src/lib/ledger/posting.js";
import {blankProposal} from "../../../src/lib/ledger/proposal.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import type {Bank} from "../bank.js";
import type {CsvFile} from "../csvFile.js";
import type {MonthFrame} from "../monthFrame.js";
import type {Simulation} from "../simulation.js";
import {Diary, type News} from "./diary.js";

/** The month that a stream is in, posted bit by bit in the order of its proposals. */
export class OpenMonth {
  readonly #bank: Bank;
  readonly #simulation: Simulation;
  readonly #proposal = blankProposal();
  #frame!: MonthFrame;
  #order!: Uint32Array;
  #diary!: Diary;
  #first!: number;
  #end!: number;
  #rank = 0;

  /** Opens the month after the last that the simulation has run. */
  constructor(bank: Bank, simulation: Simulation) {
    this.#bank = bank;
    this.#simulation = simulation;
    this.#open();
  }

  /** Its first second. */
  get first(): number {
    return this.#first;
  }

  /** Where to go on: so many of its proposals were looked at. */
  get place(): {month: string; rank: number} {
    return {month: this.#diary.month, rank: this.#rank};
  }

  /** Whether there is something to post, or to tell, up to an instant. */
  hasDue(until: number): boolean {
    if (this.#rank === this.#order.length) return until >= this.#end;
    return this.#simulation.drafts.proposals.at(this.#order[this.#rank]!) <= until;
  }

  /**
   * Posts what is due up to an instant, about `count` transactions at most. Returns how far the time has come. Refusals for
   * lack of money are written where a file is given.
   */
  post({until, count, refusals}: {until: number; count: number; refusals?: CsvFile}): number {
    const {ledger, drafts, results} = this.#simulation;
    const most = ledger.transactionCount + count;
    let at = this.#first;
    while (this.#rank < this.#order.length && ledger.transactionCount < most) {
      const index = this.#order[this.#rank]!;
      if (drafts.proposals.at(index) > until) return until;
      at = drafts.proposals.at(index);
      ledger.post(drafts.proposals, this.#order.subarray(this.#rank, ++this.#rank), results);
      if (refusals && results[index] === Outcome.money) this.#refuse(index, refusals);
    }
    return this.#rank === this.#order.length ? Math.min(until, this.#end) : at;
  }

  /** Posts up to a place of this month, or of a later one, that a stream had reached. */
  advance({month, rank}: {month: string; rank: number}): void {
    while (this.#diary.month < month) {
      this.#postTo(this.#order.length);
      this.next();
    }
    this.#postTo(rank);
  }

  /** What else came up to an instant. */
  news(at: number): News {
    const day = Math.floor(at / secondsPerDay);
    return this.#diary.until(day, this.#bank.market, this.#simulation.takePaid());
  }

  /** Whether all of it is posted and told. */
  get isOver(): boolean {
    return this.#rank === this.#order.length && this.#diary.isWhole;
  }

  /** Opens the month after it. */
  next(): void {
    this.#simulation.settle(this.#frame);
    this.#open();
  }

  #open(): void {
    const {frame, order, issued} = this.#simulation.propose();
    this.#frame = frame;
    this.#order = order;
    this.#diary = new Diary(frame, issued);
    this.#first = frame.first * secondsPerDay;
    this.#end = (frame.last + 1) * secondsPerDay - 1;
    this.#rank = 0;
  }

  #postTo(rank: number): void {
    const {ledger, drafts, results} = this.#simulation;
    ledger.post(drafts.proposals, this.#order.subarray(this.#rank, rank), results);
    this.#rank = rank;
  }

  #refuse(index: number, file: CsvFile): void {
    const {at, account, other, amount, rule, channel, category} =
      this.#simulation.drafts.proposals.read(index, this.#proposal);
    if (rule !== Rule.fixed) return;
    file.instant(at);
    file.raw(this.#bank.accounts[account]!.id);
    file.decimal(Math.abs(amount), 2);
    file.raw(channels[channel]!);
    file.raw(categoryNames[category]!);
    file.raw(other < 0 ? (this.#bank.outside.parties[-1 - other]?.id ?? "") : "");
    file.endRow();
  }
}
