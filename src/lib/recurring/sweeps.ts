/**
 * Transfers that bring an account back to a level: what is spare is put aside, what is lacking comes from savings. Their
 * amounts follow from the balance, so that to expect one of the last amounts would be to expect the last balances. They
 * are known by what they leave behind: the balance after them varies far less than the balance before.
 */
import {middleOf} from "../middle.js";

/** Payments, by the balance of the account right before and right after each, in cents. */
export interface Placed {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The same of some legs of an account, given all signed amounts and the balance after each (`balancesAfter`). */
export function placedOf(
  legs: readonly number[],
  cents: ArrayLike<number>,
  after: ArrayLike<number>,
): Placed {
  return {
    before: legs.map((leg) => after[leg]! - cents[leg]!),
    after: legs.map((leg) => after[leg]!),
  };
}

/** Fewer transfers do not show that they aim at a level. */
const fewest = 3;
/** The balance after must vary less than this part of the balance before; far less, where few transfers show it. */
const steadier = {few: 0.1, many: 0.4};
const many = 6;

/** Whether these payments of one kind each bring the account back to about the same balance. */
export function aimAtLevel({before, after}: Placed): boolean {
  if (after.length < fewest) return false;
  return spread(after) < steadier[after.length < many ? "few" : "many"] * spread(before);
}

/** The median distance from the median. */
function spread(values: readonly number[]): number {
  const middle = middleOf(values);
  return middleOf(values.map((value) => Math.abs(value - middle)));
}
