/**
 * The ledger: the one place where a proposal becomes a posting. It gives out the ids, pairs the two legs of
 * an internal movement, keeps every balance and position, and refuses what would break a rule of the bank.
 * Nothing is posted in part: a refused proposal leaves no trace but its count.
 */
import {type CategoryName, categories} from "./categories.js";
import {type Proposals, Rule} from "./proposals.js";
import {cashLegCents, grossCents, splitQuantity} from "./trading.js";

/** Category names by code, as proposals and legs carry them. */
export const categoryNames = Object.keys(categories) as readonly CategoryName[];

/** The code of a category. */
export function categoryCode(name: CategoryName): number {
  return categoryNames.indexOf(name);
}

/** What became of a proposal, by code; `posted` is 0. */
export const outcomes = [
  "posted",
  "not enough money",
  "account not open",
  "depends on a refused payment",
  "position too small",
  "nothing due",
] as const;

export const Outcome = {
  posted: 0,
  money: 1,
  closed: 2,
  dependent: 3,
  position: 4,
  nothing: 5,
} as const;

/** An account, as far as the ledger needs to know it; days are inclusive. */
export interface LedgerAccount {
  readonly openingCents: number;
  /** How far below zero it may fall; 0 for savings and brokerage. */
  readonly overdraftCents: number;
  readonly openedOn: number;
  readonly closedOn: number;
  /** Whether interest runs on what is held (savings) or on what is owed (the others). */
  readonly earnsInterest: boolean;
}

/** An execution: millionths of a share, ten-thousandths of the currency, millionths of a euro. */
export interface Trade {
  readonly instrument: number;
  readonly side: "buy" | "sell";
  readonly quantityMicro: number;
  readonly priceE4: number;
  readonly rateE6: number;
  readonly feeCents: number;
}

export interface Dividend {
  readonly instrument: number;
  readonly amountE4: number;
  readonly rateE6: number;
}

export interface Split {
  readonly instrument: number;
  readonly before: number;
  readonly after: number;
}

/** Where postings go. Ids rise by one, and instants never fall. */
export interface Journal {
  leg(
    transactionId: number,
    account: number,
    at: number,
    amountCents: number,
    channel: number,
    category: number,
    other: number,
    transferId: number,
    text: number,
    number: number,
  ): void;
  trade(
    tradeId: number,
    account: number,
    at: number,
    trade: Trade,
    grossCents: number,
    transactionId: number,
  ): void;
}

/** What the rules refer to by number. */
export interface Register {
  readonly instrumentCount: number;
  trade(link: number): Trade;
  dividend(link: number): Dividend;
  split(link: number): Split;
}

const secondsPerDay = 86_400;
const payroll = categoryCode("payroll");
const isSale = flags("card_sales", "invoice");
const isPurchase = flags(
  "vendor",
  "premises",
  "marketing",
  "equipment",
  "utilities",
  "communications",
);
const isCost = flags("payroll", "social_contributions", "insurance", "fee");

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
  /** Cent-days since the last interest, the instant they reach to, and what VAT, tax and contributions are due on. */
  readonly #centDays: Float64Array;
  readonly #accruedTo: Float64Array;
  readonly #earnsInterest: Uint8Array;
  readonly #taxable: Float64Array;
  readonly #profit: Float64Array;
  readonly #pay: Float64Array;
  readonly #vatDue: Float64Array;
  readonly #taxBase: Float64Array;
  readonly #entitled = new Map<number, Map<number, number>>();
  readonly #register: Register;
  readonly #journal: Journal;
  readonly #onReceipt: (invoice: number, transactionId: number) => void;

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
    this.#centDays = new Float64Array(size);
    this.#accruedTo = new Float64Array(size).fill(-1);
    this.#earnsInterest = Uint8Array.from(accounts, ({earnsInterest}) => (earnsInterest ? 1 : 0));
    this.#taxable = new Float64Array(size);
    this.#profit = new Float64Array(size);
    this.#pay = new Float64Array(size);
    this.#vatDue = new Float64Array(size);
    this.#taxBase = new Float64Array(size);
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
      return this.#assess(account, proposals.amount[index]! / 10_000);
    }
    const other = proposals.other[index]!;
    const amount =
      rule === Rule.fixed ? proposals.amount[index]! : this.#due(proposals, index, rule);
    if (amount === 0) return rule === Rule.sweep ? this.#close(account, at) : Outcome.nothing;
    if (other < 0) {
      if (amount < 0 && !this.#covers(account, -amount, proposals.reserve[index]!))
        return Outcome.money;
      this.#leg(proposals, index, account, amount, proposals.category[index]!, other, 0);
    } else {
      if (at < this.#opensAt[other]! || at > this.#closesAt[other]!) return Outcome.closed;
      if (!this.#covers(account, amount, proposals.reserve[index]!)) return Outcome.money;
      const transferId = ++this.transferCount;
      this.#leg(proposals, index, account, -amount, proposals.category[index]!, other, transferId);
      this.#leg(
        proposals,
        index,
        other,
        amount,
        proposals.otherCategory[index]!,
        account,
        transferId,
      );
    }
    if (rule === Rule.sweep) this.#close(account, at);
    else if (rule === Rule.fixed && proposals.link[index]! >= 0) {
      this.#onReceipt(proposals.link[index]!, this.transactionCount);
    }
    return Outcome.posted;
  }

  #covers(account: number, amount: number, reserve: number): boolean {
    const needed = amount > reserve ? amount : reserve;
    return this.balance[account]! - needed >= this.#floor[account]!;
  }

  #leg(
    proposals: Proposals,
    index: number,
    account: number,
    amount: number,
    category: number,
    other: number,
    transferId: number,
  ): void {
    const at = proposals.at[index]!;
    this.#accrue(account, at);
    this.balance[account]! += amount;
    if (isSale[category]! | isPurchase[category]!) {
      this.#taxable[account]! += amount;
      this.#profit[account]! += amount;
    } else if (isCost[category]!) {
      this.#profit[account]! += amount;
      if (category === payroll) this.#pay[account]! -= amount;
    }
    this.#journal.leg(
      ++this.transactionCount,
      account,
      at,
      amount,
      proposals.channel[index]!,
      category,
      other,
      transferId,
      proposals.text[index]!,
      proposals.number[index]!,
    );
  }

  #accrue(account: number, at: number): void {
    const day = Math.floor(at / secondsPerDay);
    const since = this.#accruedTo[account]!;
    if (day <= since) return;
    this.#accruedTo[account] = day;
    const balance = this.balance[account]!;
    const bears = this.#earnsInterest[account] === 1 ? balance > 0 : balance < 0;
    if (since >= 0 && bears) this.#centDays[account]! += balance * (day - since);
  }

  #due(proposals: Proposals, index: number, rule: number): number {
    const account = proposals.account[index]!;
    if (rule === Rule.sweep) {
      const balance = this.balance[account]!;
      return proposals.other[index]! < 0 ? -balance : balance;
    }
    const rate = proposals.amount[index]! / 10_000;
    if (rule === Rule.interest) {
      this.#accrue(account, proposals.at[index]!);
      const interest = Math.round((this.#centDays[account]! * rate) / 365);
      this.#centDays[account] = 0;
      return interest;
    }
    if (rule === Rule.dividend) {
      const {amountE4, rateE6} = this.#register.dividend(proposals.link[index]!);
      const holders = this.#entitled.get(proposals.link[index]!);
      const held = holders?.get(account) ?? 0;
      holders?.delete(account);
      return grossCents(held, amountE4, rateE6);
    }
    if (rule === Rule.vat) {
      const due = this.#vatDue[account]!;
      this.#vatDue[account] = 0;
      return -due;
    }
    const base = rule === Rule.contribution ? this.#pay : this.#taxBase;
    const due = Math.round(base[account]! * rate);
    // A loss stays in the base, to be set against later profits.
    if (due <= 0) return 0;
    base[account] = 0;
    return -due;
  }

  /** Splits what came in and went out since the last time into VAT, and profit without it. */
  #assess(account: number, vatRate: number): number {
    const vat = Math.round((this.#taxable[account]! * vatRate) / (1 + vatRate));
    this.#vatDue[account] = Math.max(0, vat);
    this.#taxBase[account]! += this.#profit[account]! - vat;
    this.#taxable[account] = 0;
    this.#profit[account] = 0;
    return Outcome.posted;
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
    this.#leg(
      proposals,
      index,
      account,
      cash,
      proposals.category[index]!,
      proposals.other[index]!,
      0,
    );
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

function flags(...names: CategoryName[]): Uint8Array {
  return Uint8Array.from(categoryNames, (name) => (names.includes(name) ? 1 : 0));
}
