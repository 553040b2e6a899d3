/** Which cost a sale takes away: what the choice changes in an account, and what it does not. */
import {money} from "../../lib/format.js";
import type {AccountView} from "../../lib/investing/account.js";
import type {Method} from "../../lib/investing/trade.js";
import {eurFromCents} from "../../lib/money.js";

/** What a method is called within a sentence. */
export function methodName(method: Method): string {
  return method === "fifo" ? "first in, first out" : "average cost";
}

/** What the choice of method changes in this account, and what it does not. */
export function methodText(average: AccountView, fifo: AccountView): string {
  const realised = ({holdings}: AccountView) =>
    eurFromCents(holdings.reduce((sum, holding) => sum + holding.realized.gainCents, 0));
  const [a, f] = [realised(average), realised(fifo)];
  const hasSold = average.trails.some(({rows}) => rows.some((row) => row.kind === "sell"));
  if (!hasSold)
    return "Nothing has been sold yet, so the choice of method changes nothing: it says which cost a sale takes away.";
  const methods =
    "A sale takes away either the cost of the oldest shares (first in, first out) or the average cost of all.";
  if (a === f) return `${methods} Here both come to the same gain of ${money(a)}.`;
  const more = f > a ? "more" : "less";
  return (
    `${methods} Here ${money(a)} is realised by average cost and ${money(f)} by first in, first out, ` +
    `${money(Math.abs(f - a))} ${more}; the total gain is the same.`
  );
}
