/** One person's last month in a sentence or two. */
import type {PersonMonth} from "../budgets/person.js";
import {money, month as monthName} from "../format.js";
import {changeOf, compared} from "../words.js";

/** What came in and what was spent in the last complete month, each against the month before, and what that left. */
export function monthText(name: string, months: readonly PersonMonth[]): string {
  const [before, last] = [months.at(-2), months.at(-1)];
  if (!last) return `${name} has no complete month here yet.`;
  const against = (now: number, then: number | undefined) =>
    before && then !== undefined
      ? `, ${compared(changeOf(now, then), monthName(before.month))},`
      : "";
  const income =
    last.income_eur > 0
      ? `took in ${money(last.income_eur)}${against(last.income_eur, before?.income_eur)}`
      : "had no income";
  const spent =
    last.spending_eur > 0
      ? `spent ${money(last.spending_eur)}${against(last.spending_eur, before?.spending_eur).replace(/,$/, "")}`
      : "spent nothing";
  return `In ${monthName(last.month)} ${name} ${income} and ${spent}. ${leftText(last)}`;
}

function leftText({income_eur, spending_eur, saved_eur}: PersonMonth): string {
  const left = income_eur - spending_eur;
  const saved =
    saved_eur > 0
      ? `; ${money(saved_eur)} went to savings`
      : saved_eur < 0
        ? `; ${money(-saved_eur)} came back from savings`
        : "";
  if (Math.abs(left) < 0.5) return `Nothing was left and nothing was missing${saved}.`;
  return `${money(Math.abs(left))} ${left > 0 ? "was left" : "was missing"}${saved}.`;
}
