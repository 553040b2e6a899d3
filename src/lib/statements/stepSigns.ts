/** Where no sign is written, the step of the running balance is one. */
import type {Decimal} from "../investing/decimal.js";
import {absolute, asNumber, negative} from "./amount.js";

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/**
 * The amounts with the signs of the balance's steps, in the order of the file; a row whose step is of another size
 * keeps its own, and so does the first one, unless the account begins with it.
 */
export function stepSigns(
  amounts: readonly (Decimal | undefined)[],
  balances: readonly number[],
  isOldestFirst: boolean,
): (Decimal | undefined)[] {
  return amounts.map((amount, at) => {
    if (!amount) return undefined;
    // an account that is as large as its first row begins with it
    const before = balances[isOldestFirst ? at - 1 : at + 1] ?? 0;
    const step = balances[at]! - before;
    const size = absolute(amount);
    if (!isNear(Math.abs(step), asNumber(size))) return amount;
    return step < 0 ? negative(size) : size;
  });
}
