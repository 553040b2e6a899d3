/**
 * The ledger: the one place where a proposal becomes a posting. It gives out the ids, pairs the two legs of
 * an internal movement, keeps every balance and position, and refuses what would break a rule of the bank.
 * Nothing is posted in part: a refused proposal leaves no trace but its count.
 */
import {secondsPerDay} from "../day.js";
import {Dues} from "./dues.js";
import {
  type Journal,
  type LedgerAccount,
  type Leg,
  Outcome,
  outcomes,
  type Register,
} from "./posting.js";
import {type Proposals, Rule} from "./proposals.js";
import {cashLegCents, grossCents, splitQuantity} from "./trading.js";

/** The least that is worth moving as a surplus. */
const leastSurplusCents = 2_000;
export class Ledger {
  readonly balance: Float64Array;
  /** Millionths of a share, by account and instrument. */
  readonly position: Float64Array;
  /** How many proposals had each outcome. */
  readonly counts = new Float64Array(outcomes.length);
  transactionCount = 0;
  transferCount = 0;
  tradeCount = 0;
  readonly #floor: Float64Array;
  readonly #opensAt: Float64Array;
  readonly #closesAt: Float64Array;
  readonly #dues: Dues;
  readonly #entitled = new Map<number, Map<number, number>>();
  readonly #doneOnce = new Set<number>();
  readonly #register: Register;
  readonly #journal: Journal;
  readonly #onReceipt: (invoice: number, transactionId: number) => void;
  /** The leg that is being posted, the same object for all of them. */
  readonly #leg: Leg = {
    id: 0,
    account: 0,
    at: 0,
    amountCents: 0,
    channel: 0,
    category: 0,
    other: 0,
    transferId: 0,
    text: 0,
    number: 0,
  };

  /** `onReceipt` hears which transaction paid an invoice. */
  constructor(
    accounts: readonly LedgerAccount[],
    register: Register,
    journal: Journal,
    onReceipt: (invoice: number, transactionId: number) => void = () => {},
  ) {
    const size = accounts.length;
    this.balance = Float64Array.from(accounts, ({openingCents}) => openingCents);
    this.position = new Float64Array(size * register.instrumentCount);
    this.#floor = Float64Array.from(accounts, ({overdraftCents}) => -overdraftCents);
    this.#opensAt = Float64Array.from(accounts, ({openedOn}) => openedOn * secondsPerDay);
    this.#closesAt = Float64Array.from(
      accounts,
      ({closedOn}) => (closedOn + 1) * secondsPerDay - 1,
    );
    this.#dues = new Dues(accounts);
    this.#register = register;
    this.#journal = journal;
    this.#onReceipt = onReceipt;
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
      const required = proposals.requires[index]!;
      const outcome =
        required >= 0 && results[required] !== Outcome.posted
          ? Outcome.dependent
          : this.#postOne(proposals, index);
      results[index] = outcome;
      this.counts[outcome]!++;
    }
    return results;
  }

  #postOne(proposals: Proposals, index: number): number {
    const account = proposals.account[index]!;
    const at = proposals.at[index]!;
    const rule = proposals.rule[index]!;
    if (rule === Rule.split) return this.#split(proposals.link[index]!);
    if (at < this.#opensAt[account]! || at > this.#closesAt[account]!) return Outcome.closed;
    if (rule === Rule.entitlement) return this.#entitle(account, proposals.link[index]!);
    if (rule === Rule.trade) return this.#trade(proposals, index);
    if (rule === Rule.assessment) {
      this.#dues.assess(account, proposals.amount[index]! / 10_000);
      return Outcome.posted;
    }
    const other = proposals.other[index]!;
    const amount =
      rule === Rule.fixed ? proposals.amount[index]! : this.#due(proposals, index, rule);
    if (amount === 0) return rule === Rule.sweep ? this.#close(account, at) : Outcome.nothing;
    if (other < 0) {
      if (amount < 0 && !this.#covers(account, -amount, proposals.reserve[index]!))
        return Outcome.money;
      this.#begin(proposals, index, other, 0);
      this.#book(account, amount);
    } else {
      if (at < this.#opensAt[other]! || at > this.#closesAt[other]!) return Outcome.closed;
      if (!this.#covers(account, amount, proposals.reserve[index]!)) return Outcome.money;
      this.#begin(proposals, index, other, ++this.transferCount);
      this.#book(account, -amount);
      this.#leg.category = proposals.otherCategory[index]!;
      this.#leg.other = account;
      this.#book(other, amount);
    }
    if (rule !== Rule.fixed) this.#settle(proposals, index, rule);
    else if (proposals.link[index]! >= 0) {
      this.#onReceipt(proposals.link[index]!, this.transactionCount);
    }
    return Outcome.posted;
  }

  #covers(account: number, amount: number, reserve: number): boolean {
    const needed = amount > reserve ? amount : reserve;
    return this.balance[account]! - needed >= this.#floor[account]!;
  }

  /** Fills in what a proposal says of its first leg. */
  #begin(proposals: Proposals, index: number, other: number, transferId: number): void {
    const leg = this.#leg;
    leg.at = proposals.at[index]!;
    leg.channel = proposals.channel[index]!;
    leg.category = proposals.category[index]!;
    leg.other = other;
    leg.transferId = transferId;
    leg.text = proposals.text[index]!;
    leg.number = proposals.number[index]!;
  }

  /** Books the leg to an account. */
  #book(account: number, amountCents: number): void {
    const leg = this.#leg;
    leg.id = ++this.transactionCount;
    leg.account = account;
    leg.amountCents = amountCents;
    this.#dues.accrue(account, this.balance[account]!, leg.at);
    this.#dues.book(account, leg.category, amountCents);
    this.balance[account]! += amountCents;
    this.#journal.leg(leg);
  }

  /** The amount of a proposal that could not know it, signed as a fixed one would be. */
  #due(proposals: Proposals, index: number, rule: number): number {
    const account = proposals.account[index]!;
    if (rule === Rule.sweep) {
      const balance = this.balance[account]!;
      return proposals.other[index]! < 0 ? -balance : balance;
    }
    if (rule === Rule.dividend) {
      const {amountE4, rateE6} = this.#register.dividend(proposals.link[index]!);
      const held = this.#entitled.get(proposals.link[index]!)?.get(account) ?? 0;
      return grossCents(held, amountE4, rateE6);
    }
    if (rule === Rule.topUp || rule === Rule.surplus) return this.#levelled(proposals, index, rule);
    if (rule === Rule.backing) {
      const lack = proposals.amount[index]! - this.balance[account]!;
      return Math.max(0, Math.ceil(lack / 100_000)) * 100_000;
    }
    if (rule === Rule.once) {
      return this.#doneOnce.has(proposals.link[index]!) ? 0 : proposals.amount[index]!;
    }
    if (rule === Rule.interest) {
      this.#dues.accrue(account, this.balance[account]!, proposals.at[index]!);
    }
    return this.#dues.amount(rule, account, proposals.amount[index]! / 10_000);
  }

  /** What brings the account paid up to a level, or the paying one down to it. */
  #levelled({account, other, amount, link}: Proposals, index: number, rule: number): number {
    const level = amount[index]!;
    const own = this.balance[account[index]!]!;
    if (rule === Rule.surplus) {
      const spare = Math.floor((own - level) / 100) * 100;
      return spare < leastSurplusCents ? 0 : other[index]! < 0 ? -spare : spare;
    }
    const there = this.balance[other[index]!]!;
    if (there >= link[index]!) return 0;
    const lack = Math.ceil((level - there) / 1_000) * 1_000;
    return Math.max(0, Math.min(lack, Math.floor(own / 1_000) * 1_000));
  }

  /** What else happens once a proposal is posted. */
  #settle(proposals: Proposals, index: number, rule: number): void {
    const account = proposals.account[index]!;
    const link = proposals.link[index]!;
    if (rule === Rule.sweep) this.#close(account, proposals.at[index]!);
    else if (rule === Rule.dividend) this.#entitled.get(link)?.delete(account);
    else if (rule === Rule.once) this.#doneOnce.add(link);
    else this.#dues.settle(rule, account);
  }

  #close(account: number, at: number): number {
    this.#closesAt[account] = at;
    return Outcome.posted;
  }

  #entitle(account: number, link: number): number {
    const {instrument} = this.#register.dividend(link);
    const held = this.position[account * this.#register.instrumentCount + instrument]!;
    if (held === 0) return Outcome.nothing;
    const holders = this.#entitled.get(link) ?? new Map<number, number>();
    this.#entitled.set(link, holders.set(account, held));
    return Outcome.posted;
  }

  #split(link: number): number {
    const {instrument, before, after} = this.#register.split(link);
    const count = this.#register.instrumentCount;
    for (let slot = instrument; slot < this.position.length; slot += count) {
      const held = this.position[slot]!;
      if (held > 0) this.position[slot] = splitQuantity(held, before, after);
    }
    return Outcome.posted;
  }

  #trade(proposals: Proposals, index: number): number {
    const account = proposals.account[index]!;
    const trade = this.#register.trade(proposals.link[index]!);
    const slot = account * this.#register.instrumentCount + trade.instrument;
    const gross = grossCents(trade.quantityMicro, trade.priceE4, trade.rateE6);
    const cash = cashLegCents(trade.side, gross, trade.feeCents);
    if (trade.side === "sell" && this.position[slot]! < trade.quantityMicro)
      return Outcome.position;
    if (cash < 0 && !this.#covers(account, -cash, 0)) return Outcome.money;
    if (gross === 0 || cash === 0) return Outcome.nothing;
    this.position[slot]! += trade.side === "buy" ? trade.quantityMicro : -trade.quantityMicro;
    this.#begin(proposals, index, proposals.other[index]!, 0);
    this.#book(account, cash);
    this.#journal.trade(
      ++this.tradeCount,
      account,
      proposals.at[index]!,
      trade,
      gross,
      this.transactionCount,
    );
    return Outcome.posted;
  }
}
