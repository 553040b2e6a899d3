/** What the five questions of the workbench answer, in words; each for rows that say more, less, the same, nothing. */

import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {sharesChance, sumsChance} from "../../lib/evidence/summaries.js";
import {money, percent} from "../../lib/format.js";
import {changeOf, moved, plural, withinChance} from "../../lib/words.js";

/** A row of `week_spending`. */
export interface WeekSpending {
  readonly category: string;
  readonly week_eur: number;
  readonly usual_eur: number;
}

/** A category's label; an unknown one as it is. */
export function categoryLabel(category: string): string {
  return categories[category as CategoryName]?.label ?? category;
}

/** The first of the seven days before the last Christmas Eve that the data hold whole: `2025-12-17`. */
export function weekBeforeChristmas(asOf: string): string {
  const year = Number(asOf.slice(0, 4));
  return `${asOf.slice(5, 10) >= "12-23" ? year : year - 1}-12-17`;
}

/** What the week changed, and which category the most. */
export function weekFinding(rows: readonly WeekSpending[]): string {
  const week = rows.reduce((sum, row) => sum + row.week_eur, 0);
  const usual = rows.reduce((sum, row) => sum + row.usual_eur, 0);
  const by = ({week_eur, usual_eur}: WeekSpending) => Math.abs(week_eur - usual_eur);
  const [most] = [...rows].sort((a, b) => by(b) - by(a));
  if (!most || usual === 0) return "There is no average week to compare with";
  const all = `Spending ${moved(changeOf(week, usual))} against an average week`;
  const change = changeOf(most.week_eur, most.usual_eur);
  if (change.direction === "same") return all;
  return `${all}; ${categoryLabel(most.category).toLowerCase()} ${moved(change)}`;
}

/** A row of `salary_days`: what has left until a day after payday, cumulated, as a share of all salaries. */
export interface SalaryDay {
  readonly day: number;
  readonly purpose: string;
  readonly left_share: number;
}

/** What the bars of a salary are called. */
export const purposeNames: Readonly<Record<string, string>> = {
  fixed: "Fixed costs and fees",
  discretionary: "Discretionary spending",
  saving: "To savings",
  investing: "To brokerage",
  private: "To people and other banks",
};

/** How much of a salary is gone at the end of the days asked for. */
export function salaryFinding(rows: readonly SalaryDay[]): string {
  const last = Math.max(0, ...rows.map(({day}) => day));
  const gone = rows.filter(({day}) => day === last).reduce((sum, row) => sum + row.left_share, 0);
  if (last === 0) return "No salary arrived early enough to be followed";
  const days = plural(last, "day");
  if (gone > 1)
    return `Within ${days} of payday, more than the salary is gone: ${percent(gone)} of it`;
  return `Within ${days} of payday, ${percent(gone)} of a salary is gone`;
}

/** A row of `city_merchants`. */
export interface CityMerchant {
  readonly merchant: string;
  readonly payment_count: number;
  readonly customer_count: number;
  readonly spent_eur: number;
  /** Of all that people of the city pay to merchants. */
  readonly spent_share: number;
}

/** Who takes the most of a city's people, if beyond chance, and what the first twelve have together. */
export function merchantsFinding(rows: readonly CityMerchant[], city: string): string {
  const [first, next] = rows;
  if (!first) return `Nobody in ${city} paid a merchant`;
  const share = rows.reduce((sum, row) => sum + row.spent_share, 0);
  const leader = `${first.merchant} takes the most in ${city}: ${money(first.spent_eur)}`;
  if (rows.length === 1) return leader;
  const together = `the first ${rows.length} take ${percent(share)} of spending`;
  const sumOf = (row: CityMerchant) => ({sum: row.spent_eur, count: row.payment_count});
  if (next && !isBeyondChance(sumsChance(sumOf(first), sumOf(next))))
    return `Merchants in ${city} differ only ${withinChance}; ${together}`;
  return leader;
}

/** A row of `late_payers`. */
export interface LatePayer {
  readonly payer: string;
  readonly invoice_count: number;
  readonly late_count: number;
  readonly late_share: number;
}

/** Who is late the most often, if beyond chance. */
export function lateFinding(rows: readonly LatePayer[], grace: number): string {
  const [worst, next] = rows;
  const after =
    grace === 0 ? "after the due date" : `more than ${plural(grace, "day")} after the due date`;
  if (!worst || worst.late_count === 0) return `Nobody pays ${after}`;
  const late = (row: LatePayer) => ({count: row.late_count, of: row.invoice_count});
  if (next && !isBeyondChance(sharesChance(late(worst), late(next))))
    return `The worst payers differ only ${withinChance}: up to ${percent(worst.late_share)} of invoices late`;
  return `${worst.payer} pays ${percent(worst.late_share)} of its invoices ${after}`;
}

/** A row of `order_fees`. */
export interface OrderFees {
  readonly least_eur: number;
  readonly order_size: string;
  readonly plan_order_count: number;
  readonly plan_fee_share: number | null;
  readonly single_order_count: number;
  readonly single_fee_share: number | null;
}

/** What the smallest orders cost, in a plan and alone. */
export function feesFinding(rows: readonly OrderFees[]): string {
  const both = rows.find((row) => row.plan_fee_share !== null && row.single_fee_share !== null);
  if (!both) return "No size of order was placed both in plans and alone";
  const {order_size, plan_fee_share, single_fee_share} = both;
  const alone = `An order of ${order_size} costs ${percent(single_fee_share)} alone`;
  const {direction} = changeOf(plan_fee_share, single_fee_share);
  if (direction === "same") return `${alone}, and as much in a plan`;
  return plan_fee_share === 0
    ? `${alone} and nothing in a plan`
    : `${alone}, ${percent(plan_fee_share)} in a plan`;
}
