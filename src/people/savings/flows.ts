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

/** How much of what goes to savings comes back out, over all months. */
export function flowsFinding(rows: readonly SavingsFlow[]): string {
  const sum = (direction: SavingsFlow["direction"]) =>
    rows.reduce((total, row) => total + (row.direction === direction ? row.amount_eur : 0), 0);
  const [into, out] = [sum("in"), -sum("out")];
  const last = rows.findLast(({direction}) => direction === "out");
  if (!last || (into === 0 && out === 0)) return "Nothing moved to savings, and nothing back";
  if (out === 0) return `${money(into)} went to savings, and nothing came back out`;
  if (into === 0) return `Nothing went to savings, and ${money(out)} came back out`;
  return `Of each €100 that went to savings, ${money(Math.round((100 * out) / into))} came back out`;
}

/** How many of the savers took money from savings in the last month; nothing without any. */
export function takersText(rows: readonly SavingsFlow[]): string {
  const last = rows.findLast(({direction}) => direction === "out");
  if (!last) return "";
  if (last.person_count === 0) return `Nobody took any back in ${monthText(last.month)}.`;
  const share = percent(last.person_count / Math.max(1, last.saver_count), 0);
  return `In ${monthText(last.month)} ${share} of savers took some back.`;
}
