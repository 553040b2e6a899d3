/**
 * The ledger: the one place where a proposal becomes a posting. It gives out the ids, pairs the two legs of
 * an internal movement, keeps every balance and position, and refuses what would break a rule of the bank.
 * Nothing is posted in part: a refused proposal leaves no trace but its count.
 */
import {AccountBook} from "./accountBook.js";
import {Dues} from "./dues.js";
import {Positions} from "./positions.js";
import {
  blankLeg,
  type Journal,
  type LedgerAccount,
  Outcome,
  outcomes,
  type Register,
} from "./posting.js";
import {blankProposal, type Proposal} from "./proposal.js";
import type {Proposals} from "./proposals.js";
import {Rule} from "./rules.js";
import {cashLegCents, grossCents} from "./trading.js";

export class Ledger {
  readonly positions: Positions;
  /** How many proposals had each outcome. */
  readonly counts = new Float64Array(outcomes.length);
  transactionCount = 0;
  transferCount = 0;
  tradeCount = 0;
  readonly #accounts: AccountBook;
  readonly #dues: Dues;
  readonly #doneOnce = new Set<number>();
  readonly #register: Register;
  readonly #journal: Journal;
  readonly #onReceipt: (invoice: number, transactionId: number) => void;
  /** The proposal and the leg at hand: the same two objects for all of them, so that none is allocated. */
  readonly #proposal = blankProposal();
  readonly #leg = blankLeg();

  /** `onReceipt` hears which transaction paid an invoice. */
  constructor(
    accounts: readonly LedgerAccount[],
    register: Register,
    journal: Journal,
    onReceipt: (invoice: number, transactionId: number) => void = () => {},
  ) {
    this.#accounts = new AccountBook(accounts);
    this.positions = new Positions(accounts.length, register);
    this.#dues = new Dues(accounts);
    this.#register = register;
    this.#journal = journal;
    this.#onReceipt = onReceipt;
  }

  /** What lies on each account, in cents. */
  get balance(): Readonly<Float64Array> {
    return this.#accounts.balance;
  }

  /**
   * Posts the proposals in the given order. Returns the outcome of each, by its index in `proposals`.
   */
  post(
    proposals: Proposals,
    order: Uint32Array,
    results = new Uint8Array(proposals.length),
  ): Uint8Array {
    for (let rank = 0; rank < order.length; rank++) {
      const index = order[rank]!;
      const proposal = proposals.read(index, this.#proposal);
      const {requires} = proposal;
      const outcome =
        requires >= 0 && results[requires] !== Outcome.posted
          ? Outcome.dependent
          : this.#postOne(proposal);
      results[index] = outcome;
      this.counts[outcome]!++;
    }
    return results;
  }

  #postOne(proposal: Proposal): number {
    const {at, account, rule, link} = proposal;
    if (rule === Rule.split) {
      this.positions.split(link);
      return Outcome.posted;
    }
    if (!this.#accounts.isOpen(account, at)) return Outcome.closed;
    if (rule === Rule.entitlement) {
      return this.positions.entitle(account, link) ? Outcome.posted : Outcome.nothing;
    }
    if (rule === Rule.trade) return this.#trade(proposal);
    if (rule === Rule.assessment) {
      this.#dues.assess(account, proposal.amount / 10_000);
      return Outcome.posted;
    }
    return this.#pay(proposal);
  }

  /** Posts a payment, whose amount is found first. */
  #pay(proposal: Proposal): number {
    const {at, account, other, rule, reserve, link} = proposal;
    const amount = rule === Rule.fixed ? proposal.amount : this.#due(proposal);
    if (amount === 0) {
      if (rule !== Rule.sweep) return Outcome.nothing;
      this.#accounts.close(account, at);
      return Outcome.posted;
    }
    if (other < 0) {
      if (amount < 0 && !this.#accounts.covers(account, -amount, reserve)) return Outcome.money;
      this.#begin(proposal, 0);
      this.#book(account, amount);
    } else {
      if (!this.#accounts.isOpen(other, at)) return Outcome.closed;
      if (!this.#accounts.covers(account, amount, reserve)) return Outcome.money;
      this.#begin(proposal, ++this.transferCount);
      this.#book(account, -amount);
      this.#leg.category = proposal.otherCategory;
      this.#leg.other = account;
      this.#book(other, amount);
    }
    if (rule !== Rule.fixed) this.#settle(proposal);
    else if (link >= 0) this.#onReceipt(link, this.transactionCount);
    return Outcome.posted;
  }

  /** Fills in what a proposal says of its first leg. */
  #begin({at, channel, category, other, text, number}: Proposal, transferId: number): void {
    const leg = this.#leg;
    leg.at = at;
    leg.channel = channel;
    leg.category = category;
    leg.other = other;
    leg.transferId = transferId;
    leg.text = text;
    leg.number = number;
  }

  /** Books the leg to an account. */
  #book(account: number, amountCents: number): void {
    const leg = this.#leg;
    const {balance} = this.#accounts;
    leg.id = ++this.transactionCount;
    leg.account = account;
    leg.amountCents = amountCents;
    this.#dues.accrue(account, balance[account]!, leg.at);
    this.#dues.book(account, leg.category, amountCents);
    balance[account]! += amountCents;
    this.#journal.leg(leg);
  }

  /** The amount of a proposal that could not know it, signed as a fixed one would be. */
  #due(proposal: Proposal): number {
    const {at, account, other, amount, rule, link} = proposal;
    const accounts = this.#accounts;
    if (rule === Rule.sweep) return outward(accounts.balance[account]!, other);
    if (rule === Rule.topUp) return accounts.topUp(account, other, amount, link);
    if (rule === Rule.surplus) return outward(accounts.surplus(account, amount), other);
    if (rule === Rule.backing) return accounts.backing(account, amount);
    if (rule === Rule.dividend) return this.positions.dividendCents(account, link);
    if (rule === Rule.once) return this.#doneOnce.has(link) ? 0 : amount;
    if (rule === Rule.interest) this.#dues.accrue(account, accounts.balance[account]!, at);
    return this.#dues.amount(rule, account, amount / 10_000);
  }

  /** What else happens once a proposal is posted. */
  #settle({at, account, rule, link}: Proposal): void {
    if (rule === Rule.sweep) this.#accounts.close(account, at);
    else if (rule === Rule.dividend) this.positions.settle(account, link);
    else if (rule === Rule.once) this.#doneOnce.add(link);
    else this.#dues.settle(rule, account);
  }

  #trade(proposal: Proposal): number {
    const {at, account, link} = proposal;
    const trade = this.#register.trade(link);
    const gross = grossCents(trade.quantityE6, trade.priceE4, trade.rateE6);
    const cash = cashLegCents(trade.side, gross, trade.feeCents);
    if (!this.positions.covers(account, trade)) return Outcome.position;
    if (cash < 0 && !this.#accounts.covers(account, -cash, 0)) return Outcome.money;
    if (gross === 0 || cash === 0) return Outcome.nothing;
    this.positions.book(account, trade);
    this.#begin(proposal, 0);
    this.#book(account, cash);
    this.#journal.trade(++this.tradeCount, account, at, trade, gross, this.transactionCount);
    return Outcome.posted;
  }
}

/** What leaves an account, signed as a proposal's amount is: negative across the border, positive to another account. */
function outward(cents: number, other: number): number {
  return other < 0 ? -cents : cents;
}
