import {secondsPerDay} from "../day.js";
import type {LedgerAccount} from "./posting.js";

/** The least that is worth moving as a surplus, in cents, and whole multiples of what is moved, by rule. */
const leastSurplus = 2_000;
const steps = {surplus: 100, topUp: 1_000, backing: 100_000} as const;

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

  /** What lies above a level, in whole euros; nothing where it is hardly worth moving. */
  surplus(account: number, level: number): number {
    const spare = Math.floor((this.balance[account]! - level) / steps.surplus) * steps.surplus;
    return spare < leastSurplus ? 0 : spare;
  }

  /** What one account lacks of a level, in whole tens of euros as far as another has them; nothing while `least` is there. */
  topUp(from: number, to: number, level: number, least: number): number {
    const there = this.balance[to]!;
    if (there >= least) return 0;
    const lack = Math.ceil((level - there) / steps.topUp) * steps.topUp;
    const available = Math.floor(this.balance[from]! / steps.topUp) * steps.topUp;
    return Math.max(0, Math.min(lack, available));
  }

  /** What an account lacks of a level, in whole thousands of euros. */
  backing(account: number, level: number): number {
    return Math.max(0, Math.ceil((level - this.balance[account]!) / steps.backing)) * steps.backing;
  }
}
