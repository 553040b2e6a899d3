/** One person's last month in a sentence or two. */

import {count, monthText, rounded} from "../../lib/format.js";
import type {PersonMonth} from "../../lib/people/budget.js";
import {changeOf, compared} from "../../lib/words.js";

/** What came in and what was spent in the last complete month, each against the month before, and what that left. */
export function lastMonthText(name: string, months: readonly PersonMonth[]): string {
  const [before, last] = [months.at(-2), months.at(-1)];
  if (!last) return `${name} has no complete month with an open account to compare.`;
  const then = monthText(before?.month);
  const income = movedText("took in", "had no income", last.income_eur, before?.income_eur, then);
  const spent = movedText("spent", "spent nothing", last.spending_eur, before?.spending_eur, then);
  const joint = before && (last.income_eur > 0 || before.income_eur > 0) ? ", and " : " and ";
  return `In ${monthText(last.month)} ${name} ${income}${joint}${spent}. ${leftText(last)}`;
}

/** `took in €1,886, unchanged from September 2026`, `had no income, after €1,886 in September 2026`, `spent nothing in either month`. */
function movedText(
  verb: string,
  none: string,
  now: number,
  before: number | undefined,
  month: string,
): string {
  if (now > 0)
    return `${verb} ${euros(now)}${before === undefined ? "" : `, ${against(now, before, month)}`}`;
  if (before === undefined) return none;
  return before > 0 ? `${none}, after ${euros(before)} in ${month}` : `${none} in either month`;
}

/** Whole euro, however many: what a sentence adds up has to add up as it is read. */
function euros(eur: number): string {
  return `€${count(eur)}`;
}

/** An amount against that of a month before; a share of many hundred per cent says less than how many times it is. */
function against(now: number, then: number, month: string): string {
  const times = now / then;
  if (then > 0 && times >= 3) return `${count(times)} times the amount of ${month}`;
  return compared(changeOf(now, then), month);
}

function leftText(last: PersonMonth): string {
  const {income_eur, spending_eur, saved_eur} = last;
  const moved = rounded(last.household_eur);
  if (moved !== 0) return movedAwayText(moved, rounded(saved_eur));
  const left = rounded(Math.max(income_eur, 0)) - rounded(Math.max(spending_eur, 0));
  const saved = savedText(rounded(saved_eur), left);
  if (left === 0) return `Income and spending were equal${saved}.`;
  return left > 0
    ? `${euros(left)} was left over${saved}.`
    : `That is ${euros(-left)} more than came in${saved}.`;
}

/** Where money moves to or from an own account elsewhere, what is left here says nothing: the movements are told instead. */
function movedAwayText(moved: number, saved: number): string {
  const away =
    moved > 0
      ? `${euros(moved)} went to an own account at another bank`
      : `${euros(-moved)} came from an own account at another bank`;
  if (saved === 0) return `${away}.`;
  return saved > 0
    ? `${away}, and ${euros(saved)} went to savings.`
    : `${away}, and ${euros(-saved)} came back from savings.`;
}

/** What went to savings, which may be less than what was left, or more. */
function savedText(saved: number, left: number): string {
  if (saved === 0) return "";
  if (saved < 0) return `, and ${euros(-saved)} came back from savings`;
  return saved <= left
    ? `, of which ${euros(saved)} went to savings`
    : `, yet ${euros(saved)} went to savings`;
}
