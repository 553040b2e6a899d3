/** Words about the state of the bank: what holds, what needs attention, and how much was posted. */
import {asDate, count, dayShort, dayText, money, percent, type Time} from "../../lib/format.js";
import {agree, changeOf, inWords, list, plural, sentence} from "../../lib/words.js";
import type {AccountGroup, LargePosting, PostedDay, QuietOrOverdrawn} from "./rows.js";

/** A row of `data-quality.json`, as far as it is counted here. */
export interface RuleResult {
  readonly rule: string;
  readonly broken_count: number;
}

/** `14 of 14 checks passed` */
export function checksText(rules: readonly RuleResult[]): string {
  const passed = rules.filter(({broken_count}) => broken_count === 0).length;
  return `${passed} of ${rules.length} checks passed`;
}

export const overdrawnOf = (rows: readonly QuietOrOverdrawn[]) =>
  rows.filter(({state}) => state === "overdrawn");
export const dormantOf = (rows: readonly QuietOrOverdrawn[]) =>
  rows.filter(({state}) => state === "dormant");

/** The answer on top: whether anything is wrong, and what to look at. */
export function attentionText(
  rules: readonly RuleResult[],
  exceptions: readonly QuietOrOverdrawn[],
  large: readonly LargePosting[],
): string {
  const broken = rules.filter(({broken_count}) => broken_count > 0);
  const [overdrawn] = overdrawnOf(exceptions);
  const beyond = overdrawn?.beyond_count ?? 0;
  const largeCount = large[0]?.large_count ?? 0;
  const state =
    broken.length === 0
      ? "The books balance: no check fails."
      : `${sentence(plural(broken.length, "check fails", "checks fail"))}: ${list(
          broken.map(({rule}) => rule.replace(/\.$/, "")),
          {limit: 2},
        )}.`;
  const limits = beyond === 0 ? "all within their limits" : `${inWords(beyond)} beyond the limit`;
  const below =
    overdrawn === undefined
      ? "No account is overdrawn"
      : `${sentence(plural(overdrawn.account_count, "account is", "accounts are"))} overdrawn, ${limits}`;
  const moved =
    largeCount === 0
      ? "no movement of the last month is unusually large"
      : `${inWords(largeCount)} ${agree(largeCount, "movement of the last month looks", "movements of the last month look")} unusually large`;
  return `${state} ${below}; ${moved}.`;
}

export function largeFinding(rows: readonly LargePosting[]): string {
  const [first] = rows;
  if (!first) return "No movement of the last month is unusually large";
  const verb = first.amount_eur < 0 ? "paid" : "received";
  return `${first.name} ${verb} ${money(Math.abs(first.amount_eur))}, ${count(first.times)} times anything before`;
}

export function overdrawnFinding(rows: readonly QuietOrOverdrawn[]): string {
  const [first] = rows;
  if (!first) return "No account is overdrawn";
  const {account_count, all_balance_eur, beyond_count: beyond} = first;
  const limits = beyond === 0 ? "all within their limits" : `${count(beyond)} beyond the limit`;
  return `${sentence(plural(account_count, "account is", "accounts are"))} overdrawn by ${money(-all_balance_eur)}, ${limits}`;
}

export function dormantFinding(rows: readonly QuietOrOverdrawn[]): string {
  const [first] = rows;
  if (!first) return "Every account has moved in the last 180 days";
  return `${sentence(plural(first.account_count, "account has", "accounts have"))} been quiet for half a year, holding ${money(first.all_balance_eur)}`;
}

export const total = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

export function accountsFinding(rows: readonly AccountGroup[]): string {
  const deposits = rows.filter(({account_kind}) => account_kind !== "brokerage");
  const companies = deposits.filter(({owner_kind}) => owner_kind === "company");
  const [all, part] = [deposits, companies].map((group) =>
    total(group, ({balance_eur}) => balance_eur),
  );
  return `Deposits are ${money(all)}, of which companies hold ${percent(part! / all!)}`;
}

/** How much was posted in some days, beside the same days of the period before. */
export interface PostedPeriod {
  readonly label: string;
  readonly posting_count: number;
  readonly motion_eur: number;
  readonly before_count: number;
  readonly before_eur: number;
  readonly before: string;
}

const day = 86_400_000;
const at = (time: Time) => Math.floor(Number(asDate(time)) / day);

/**
 * The last day, its week and its month so far, each with the same days of the period before: the same day of the week before, as
 * many days of the week before and of the month before.
 */
export function postedPeriods(days: readonly PostedDay[]): PostedPeriod[] {
  const last = days.at(-1);
  if (!last) return [];
  const today = at(last.day);
  const date = asDate(last.day)!;
  const weekday = (date.getUTCDay() + 6) % 7;
  const monthDay = date.getUTCDate();
  const monthBefore = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1) / day;
  const daysBefore = today - monthDay + 1 - monthBefore;
  const between = (from: number, to: number) =>
    days.filter((row) => at(row.day) >= from && at(row.day) <= to);
  const period = (
    label: string,
    before: string,
    from: number,
    fromBefore: number,
    toBefore: number,
  ) => {
    const [now, then] = [between(from, today), between(fromBefore, toBefore)];
    return {
      label,
      before,
      posting_count: total(now, ({posting_count}) => posting_count),
      motion_eur: total(now, ({motion_eur}) => motion_eur),
      before_count: total(then, ({posting_count}) => posting_count),
      before_eur: total(then, ({motion_eur}) => motion_eur),
    };
  };
  const monthEnd = monthBefore + Math.min(monthDay, daysBefore) - 1;
  return [
    period(`Postings on ${dayShort(last.day)}`, "a week earlier", today, today - 7, today - 7),
    period(
      "Postings this week",
      "the week before",
      today - weekday,
      today - weekday - 7,
      today - 7,
    ),
    period("Postings this month", "the month before", today - monthDay + 1, monthBefore, monthEnd),
  ];
}

/** `€35k moved, 3.4% less than a week earlier` */
export function movedText({motion_eur, before_eur, before}: PostedPeriod): string {
  const {direction, share = 0} = changeOf(motion_eur, before_eur);
  const size = percent(Math.abs(share));
  const change = {
    rise: `${size} more than ${before}`,
    fall: `${size} less than ${before}`,
    same: `as ${before}`,
    unknown: "nothing to compare with",
  }[direction];
  return `${money(motion_eur)} moved, ${change}`;
}

export function daysFinding(days: readonly PostedDay[]): string {
  const most = days.reduce<PostedDay | undefined>(
    (top, row) => (row.motion_eur > (top?.motion_eur ?? 0) ? row : top),
    undefined,
  );
  return most
    ? `${money(most.motion_eur)} moved on ${dayText(most.day)}, the most of these days`
    : "Nothing moved";
}

/** The account to begin with: that of the largest unusual movement, else the one that is the farthest below zero. */
export function firstAccount(
  large: readonly LargePosting[],
  exceptions: readonly QuietOrOverdrawn[],
): string {
  return large[0]?.account_id ?? exceptions[0]?.account_id ?? "";
}
