import type {Register, Trade} from "./posting.js";
import {grossCents, splitQuantity} from "./trading.js";

/** The shares on each account, and the dividends that their holders are entitled to. */
export class Positions {
  /** Millionths of a share, by account and instrument. */
  readonly quantityE6: Float64Array;
  readonly #register: Register;
  readonly #entitled = new Map<number, Map<number, number>>();

  constructor(accountCount: number, register: Register) {
    this.#register = register;
    this.quantityE6 = new Float64Array(accountCount * register.instrumentCount);
  }

  /** Whether a trade sells no more than is held. */
  covers(account: number, {instrument, side, quantityE6}: Trade): boolean {
    return side === "buy" || this.quantityE6[this.#slot(account, instrument)]! >= quantityE6;
  }

  /** Takes what a trade bought, or gives what it sold. */
  book(account: number, {instrument, side, quantityE6}: Trade): void {
    this.quantityE6[this.#slot(account, instrument)]! += side === "buy" ? quantityE6 : -quantityE6;
  }

  /** Applies a split to every position. */
  split(link: number): void {
    const {instrument, before, after} = this.#register.split(link);
    const count = this.#register.instrumentCount;
    for (let slot = instrument; slot < this.quantityE6.length; slot += count) {
      const held = this.quantityE6[slot]!;
      if (held > 0) this.quantityE6[slot] = splitQuantity(held, before, after);
    }
  }

  /** Notes what an account holds when a dividend goes ex; false if it holds nothing. */
  entitle(account: number, link: number): boolean {
    const {instrument} = this.#register.dividend(link);
    const held = this.quantityE6[this.#slot(account, instrument)]!;
    if (held === 0) return false;
    const holders = this.#entitled.get(link) ?? new Map<number, number>();
    this.#entitled.set(link, holders.set(account, held));
    return true;
  }

  /** What a dividend pays an account, in cents; 0 without an entitlement. */
  dividendCents(account: number, link: number): number {
    const {amountE4, rateE6} = this.#register.dividend(link);
    return grossCents(this.#entitled.get(link)?.get(account) ?? 0, amountE4, rateE6);
  }

  /** Notes that a dividend is paid to an account. */
  settle(account: number, link: number): void {
    this.#entitled.get(link)?.delete(account);
  }

  #slot(account: number, instrument: number): number {
    return account * this.#register.instrumentCount + instrument;
  }
}
