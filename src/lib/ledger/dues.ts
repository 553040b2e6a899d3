/**
 * What follows from an account's books, and is therefore not known to whoever proposes it: interest on what lay
 * there day by day, VAT, tax on profit, contributions on pay, what suppliers get of what was sold. Amounts build up as legs are posted, and are
 * settled only when the payment was; what was refused stays due.
 */

import {categoryCode, categoryFlags} from "../bank/codes.js";
import {secondsPerDay} from "../day.js";
import type {LedgerAccount} from "./posting.js";
import {Rule} from "./rules.js";

const payroll = categoryCode("payroll");
/** Bought and sold with VAT. */
const isTaxable = categoryFlags(
  "card_sales",
  "invoice",
  "vendor",
  "premises",
  "marketing",
  "equipment",
  "utilities",
  "communications",
);
const isSale = categoryFlags("card_sales", "invoice");
const isCost = categoryFlags("payroll", "social_contributions", "insurance", "fee", "interest");

export class Dues {
  /** Balance × days since the last interest, in cent-days, and the day they reach to. */
  readonly #centDays: Float64Array;
  readonly #accruedTo: Float64Array;
  readonly #earnsInterest: Uint8Array;
  /** In cents: turnover with VAT and profit since the last assessment, and what was found due. */
  readonly #taxable: Float64Array;
  readonly #profit: Float64Array;
  readonly #vat: Float64Array;
  readonly #taxBase: Float64Array;
  readonly #pay: Float64Array;
  readonly #received: Float64Array;

  constructor(accounts: readonly LedgerAccount[]) {
    const size = accounts.length;
    this.#centDays = new Float64Array(size);
    this.#accruedTo = new Float64Array(size).fill(-1);
    this.#earnsInterest = Uint8Array.from(accounts, ({earnsInterest}) => (earnsInterest ? 1 : 0));
    this.#taxable = new Float64Array(size);
    this.#profit = new Float64Array(size);
    this.#vat = new Float64Array(size);
    this.#taxBase = new Float64Array(size);
    this.#pay = new Float64Array(size);
    this.#received = new Float64Array(size);
  }

  /** Counts the days that a balance has lain there, up to an instant. Call before the balance changes. */
  accrue(account: number, balanceCents: number, at: number): void {
    const day = Math.floor(at / secondsPerDay);
    const since = this.#accruedTo[account]!;
    if (day <= since) return;
    this.#accruedTo[account] = day;
    const bears = this.#earnsInterest[account] === 1 ? balanceCents > 0 : balanceCents < 0;
    if (since >= 0 && bears) this.#centDays[account]! += balanceCents * (day - since);
  }

  /** Takes a leg into the books. */
  book(account: number, category: number, amountCents: number): void {
    if (isTaxable[category] === 1) {
      this.#taxable[account]! += amountCents;
      this.#profit[account]! += amountCents;
      if (isSale[category] === 1) this.#received[account]! += amountCents;
    } else if (isCost[category] === 1) {
      this.#profit[account]! += amountCents;
      if (category === payroll) this.#pay[account]! -= amountCents;
    }
  }

  /**
   * Draws up the books: VAT on what was sold less what was bought, and profit without it. Where more was bought than
   * sold, the difference counts against the VAT of later quarters.
   */
  assess(account: number, vatRate: number): void {
    const vat = Math.round((this.#taxable[account]! * vatRate) / (1 + vatRate));
    this.#vat[account]! += vat;
    this.#taxBase[account]! += this.#profit[account]! - vat;
    this.#taxable[account] = 0;
    this.#profit[account] = 0;
  }

  /** Cents due by a rule at a yearly or flat rate, signed for the account; a loss owes nothing. */
  amount(rule: number, account: number, rate: number): number {
    if (rule === Rule.interest) return Math.round((this.#centDays[account]! * rate) / 365);
    if (rule === Rule.vat) return -Math.max(0, this.#vat[account]!);
    const base =
      rule === Rule.contribution
        ? this.#pay
        : rule === Rule.supplies
          ? this.#received
          : this.#taxBase;
    return -Math.max(0, Math.round(base[account]! * rate));
  }

  /** Notes that what was due by a rule is paid. */
  settle(rule: number, account: number): void {
    if (rule === Rule.interest) this.#centDays[account] = 0;
    else if (rule === Rule.vat) this.#vat[account] = 0;
    else if (rule === Rule.contribution) this.#pay[account] = 0;
    else if (rule === Rule.supplies) this.#received[account] = 0;
    else if (rule === Rule.profitTax) this.#taxBase[account] = 0;
  }
}
