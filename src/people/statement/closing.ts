import {agree, plural} from "../../lib/words.js";
import type {BalanceCheck} from "./balanceChecks.js";

/** How many files end with the balance to which their rows lead; empty where none states one. */
export function closingText(checks: readonly BalanceCheck[]): string {
  const own = checks.filter(({what}) => /^(Closing|Running) balance/.test(what));
  const all = new Set(own.map(({file}) => file)).size;
  const wrong = own.filter(({result}) => result !== "holds");
  const agreed = all - new Set(wrong.map(({file}) => file)).size;
  if (all === 0) return "";
  if (agreed < all)
    return `${agreed} of ${plural(all, "closing balance")} ${agree(agreed, "agrees", "agree")} with the rows.`;
  return all === 1
    ? "The closing balance agrees with the rows."
    : `All ${all} closing balances agree with the rows.`;
}
