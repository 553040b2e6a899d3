import {parseEur} from "../../src/lib/money.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";

/** The amount of a row in cents; undefined where it has fractions of a cent, or more digits than the bank keeps. */
export function centsOf({amount}: StatementRow): number | undefined {
  const euros = amount.replace(/(\.\d\d)0+$/, "$1");
  return /^-?\d{1,12}\.\d\d$/.test(euros) ? parseEur(euros) : undefined;
}
