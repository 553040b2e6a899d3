/**
 * Transfers that bring an account back to a level: what is spare is put aside, what is lacking comes from savings. Their
 * amounts follow from the balance, so that to expect one of the last amounts would be to expect the last balances. They
 * are known by what they leave behind: the balance after them varies far less than the balance before.
 */
import {middleOf} from "../middle.js";

/** A payment with the balance of the account right before and right after it, in cents. */
export interface Placed {
  readonly before: number;
  readonly after: number;
}

/** Fewer transfers do not show that they aim at a level. */
const fewest = 3;
/** The balance after must vary less than this part of the balance before; far less, where few transfers show it. */
const steadier = {few: 0.1, many: 0.4};
const many = 6;

/** Whether these payments of one kind each bring the account back to about the same balance. */
export function aimAtLevel(payments: readonly Placed[]): boolean {
  if (payments.length < fewest) return false;
  const [before, after] = [
    spread(payments.map((payment) => payment.before)),
    spread(payments.map((payment) => payment.after)),
  ];
  return after < steadier[payments.length < many ? "few" : "many"] * before;
}

/** The median distance from the median. */
function spread(values: readonly number[]): number {
  const middle = middleOf(values);
  return middleOf(values.map((value) => Math.abs(value - middle)));
}
