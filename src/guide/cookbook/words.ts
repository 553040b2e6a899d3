/** The findings of the patterns: the right number beside the one that the trap gives. */
import {count, money, monthText, number, percent, withSign} from "../../lib/format.js";
import {agree, plural} from "../../lib/words.js";
import type {ComparedCohort} from "./cohortRows.js";
import type {
  AsOf,
  Distinct,
  Dormant,
  EmptyMonth,
  Median,
  OwnTransfers,
  RunningBalance,
  SameDays,
  TopShare,
} from "./rows.js";

export function emptyMonthsFinding([first]: readonly EmptyMonth[]): string {
  if (!first) return "Nothing to show";
  const {symbol, mean_paid, mean_of_paying} = first;
  return `${symbol} pays ${number(mean_paid, 2)} per share a month, not ${number(mean_of_paying, 2)}`;
}

export function ownTransfersFinding(rows: readonly OwnTransfers[]): string {
  const last = rows.at(-1);
  if (!last) return "Nothing to show";
  return `People received ${money(last.inflow_eur)} in ${monthText(last.month)}, not ${money(last.with_own_eur)}`;
}

export function topSharesFinding([first]: readonly TopShare[]): string {
  if (!first) return "Nothing to show";
  return `${first.party} takes ${percent(first.share)} of all card payments, not ${percent(first.share_of_five)}`;
}

export function runningBalanceFinding(rows: readonly RunningBalance[]): string {
  const wrong = rows.filter(
    ({balance_eur, of_day_eur}) => Math.abs(balance_eur - of_day_eur) >= 0.005,
  );
  return wrong.length === 0
    ? "Each day had one posting, so both windows agree"
    : `${wrong.length} of ${plural(rows.length, "posting")} ${agree(wrong.length, "gets", "get")} a balance that came later`;
}

export function cohortsFinding(rows: readonly ComparedCohort[]): string {
  if (rows.length < 2) return "Nothing to compare yet";
  const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [age, today] = [
    range(rows.map(({at_age_eur}) => at_age_eur)),
    range(rows.map(({today_eur}) => today_eur)),
  ];
  return `Quarters differ by ${money(age)} at the same age, by ${money(today)} today`;
}

export function mediansFinding(rows: readonly Median[]): string {
  const widest = [...rows].sort(
    (a, b) => b.mean_eur - b.median_eur - (a.mean_eur - a.median_eur),
  )[0];
  if (!widest) return "Nothing to show";
  return `In their ${widest.age_group}, people typically hold ${money(widest.median_eur)}, not ${money(widest.mean_eur)}`;
}

export function sameDaysFinding(rows: readonly SameDays[]): string {
  const row = rows.find(({category_group}) => category_group === "discretionary");
  if (!row || row.same_days_eur === 0 || row.whole_month_eur === 0) return "Nothing to compare yet";
  const change = (before: number) => withSign(row.now_eur / before - 1, percent);
  return `Discretionary spending: ${change(row.same_days_eur)} on the same days, ${change(row.whole_month_eur)} on a whole month`;
}

export function asOfFinding(rows: readonly AsOf[]): string {
  const [first] = rows;
  if (!first) return "Nothing to show";
  const absent = rows.filter(({exact_eur}) => exact_eur === null).length;
  return `${absent} of ${plural(rows.length, "month")} would have no price of ${first.symbol}`;
}

export function distinctFinding(rows: readonly Distinct[]): string {
  const all = rows.find(({month}) => month === null || month === "");
  if (!all) return "Nothing to show";
  return `${count(all.payer_count)} people paid by card in a year, not ${count(all.added_count)}`;
}

/** From so many quiet months on an account counts as dormant here. */
export const dormantFrom = 6;

export function dormantFinding(rows: readonly Dormant[]): string {
  const long = rows.filter(({quiet_months}) => quiet_months >= dormantFrom);
  const sum = (key: "account_count" | "with_bank_count") =>
    long.reduce((sum, row) => sum + row[key], 0);
  return `${plural(sum("account_count"), "savings account")} had six quiet months or more, not ${count(sum("with_bank_count"))}`;
}
