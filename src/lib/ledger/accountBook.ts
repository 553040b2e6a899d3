import {secondsPerDay} from "../day.js";
import type {LedgerAccount} from "./posting.js";

/** What lies on each account, how far it may fall, and between which instants it is open. */
export class AccountBook {
  /** In cents, by account. */
  readonly balance: Float64Array;
  readonly #floor: Float64Array;
  readonly #opensAt: Float64Array;
  readonly #closesAt: Float64Array;

  constructor(accounts: readonly LedgerAccount[]) {
    this.balance = Float64Array.from(accounts, ({openingCents}) => openingCents);
    this.#floor = Float64Array.from(accounts, ({overdraftCents}) => -overdraftCents);
    this.#opensAt = Float64Array.from(accounts, ({openedOn}) => openedOn * secondsPerDay);
    this.#closesAt = Float64Array.from(
      accounts,
      ({closedOn}) => (closedOn + 1) * secondsPerDay - 1,
    );
  }

  isOpen(account: number, at: number): boolean {
    return at >= this.#opensAt[account]! && at <= this.#closesAt[account]!;
  }

  /** Whether an amount can leave, and a reserve is there, which may be more. */
  covers(account: number, amountCents: number, reserveCents: number): boolean {
    const needed = amountCents > reserveCents ? amountCents : reserveCents;
    return this.balance[account]! - needed >= this.#floor[account]!;
  }

  /** Lets nothing happen on an account after an instant. */
  close(account: number, at: number): void {
    this.#closesAt[account] = at;
  }
}
