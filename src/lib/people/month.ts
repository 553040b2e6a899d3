/** One person's last month in a sentence or two. */
import type {PersonMonth} from "../budgets/person.js";
import {count, money, month as monthName} from "../format.js";
import {changeOf, compared} from "../words.js";

/** What came in and what was spent in the last complete month, each against the month before, and what that left. */
export function monthText(name: string, months: readonly PersonMonth[]): string {
  const [before, last] = [months.at(-2), months.at(-1)];
  if (!last) return `${name} has no complete month on an open account to compare.`;
  const since = (now: number, then: number | undefined) =>
    before && then !== undefined ? `, ${against(now, then, monthName(before.month))},` : "";
  const income =
    last.income_eur > 0
      ? `took in ${money(last.income_eur)}${since(last.income_eur, before?.income_eur)}`
      : "had no income";
  const spent =
    last.spending_eur > 0
      ? `spent ${money(last.spending_eur)}${since(last.spending_eur, before?.spending_eur).replace(/,$/, "")}`
      : "spent nothing";
  return `In ${monthName(last.month)} ${name} ${income} and ${spent}. ${leftText(last)}`;
}

/** An amount against that of a month before; a share of many hundred per cent says less than how many times it is. */
function against(now: number, then: number, month: string): string {
  const times = now / then;
  if (then > 0 && times >= 3) return `${count(times)} times as much as in ${month}`;
  return compared(changeOf(now, then), month);
}

function leftText({income_eur, spending_eur, saved_eur}: PersonMonth): string {
  const left = income_eur - spending_eur;
  const saved = savedText(saved_eur, left);
  if (Math.abs(left) < 0.5) return `Nothing was left and nothing was missing${saved}.`;
  return `${money(Math.abs(left))} ${left > 0 ? "was left" : "was missing"}${saved}.`;
}

/** What went to savings, which may be less than what was left, or more. */
function savedText(saved_eur: number, left: number): string {
  if (saved_eur === 0) return "";
  if (saved_eur < 0) return `, and ${money(-saved_eur)} came back from savings`;
  return saved_eur <= left
    ? `, of which ${money(saved_eur)} went to savings`
    : `, yet ${money(saved_eur)} went to savings`;
}
