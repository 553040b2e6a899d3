/** What goes to savings and what comes back out: savings as a fund that is filled and used. */
import {money, monthText, percent, type Time} from "../../lib/format.js";

/** A row of `savings-flows`; the amount is below zero where money comes out. */
export interface SavingsFlow {
  readonly month: Time;
  readonly direction: "in" | "out";
  readonly amount_eur: number;
  readonly person_count: number;
  readonly saver_count: number;
}

/** How much of what goes to savings comes back out, over all months, and how many people took some in the last. */
export function flowsFinding(rows: readonly SavingsFlow[]): string {
  const sum = (direction: SavingsFlow["direction"]) =>
    rows.reduce((total, row) => total + (row.direction === direction ? row.amount_eur : 0), 0);
  const [into, out] = [sum("in"), -sum("out")];
  const last = rows.findLast(({direction}) => direction === "out");
  if (!last || (into === 0 && out === 0)) return "Nothing moved to savings, and nothing back";
  if (out === 0) return `${money(into)} went to savings, and nothing came back out`;
  if (into === 0) return `Nothing went to savings, and ${money(out)} came back out`;
  const takers = percent(last.person_count / Math.max(1, last.saver_count), 0);
  const taken =
    last.person_count === 0
      ? `nobody took any in ${monthText(last.month)}`
      : `in ${monthText(last.month)} ${takers} of savers took some`;
  return `Of each €100 that went to savings, ${money(Math.round((100 * out) / into))} came back out; ${taken}`;
}
