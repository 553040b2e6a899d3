/** What the payroll page says of all companies: the words above its figures. */
import {isBeyondChance} from "../evidence/chance.js";
import {countsChance} from "../evidence/summaries.js";
import {count, money, monthText, percent, type Time} from "../format.js";
import {ratioOf} from "../measures/measures.js";
import {centsFromEur} from "../money.js";
import {companiesText, inWords, peopleText, plural} from "../words.js";
import type {IndustryDifferences} from "./companyYears.js";
import {industryInText} from "./industryNames.js";

/** A row of `payroll-months`. */
export interface PayrollMonth {
  readonly month: Time;
  readonly company_count: number;
  readonly employee_count: number;
  readonly paid_eur: number;
  readonly contributions_eur: number;
  readonly revenue_eur: number;
  readonly joiner_count: number;
  readonly leaver_count: number;
  readonly raise_count: number;
  readonly median_raise_share: number | null;
}

/** Net pay with payroll tax and contributions. */
export function payrollOf({paid_eur, contributions_eur}: PayrollMonth): number {
  return (centsFromEur(paid_eur) + centsFromEur(contributions_eur)) / 100;
}

/** The opening of the page: who was paid in the last month, and what that cost. */
export function payrollText(rows: readonly PayrollMonth[]): string {
  const [before, last] = [rows.at(-2), rows.at(-1)];
  if (!last) return "No company has a complete month here, so there is no payroll to tell.";
  if (last.employee_count === 0) return `In ${monthText(last.month)} no company paid anybody.`;
  const change = before ? `, ${movedText(last.employee_count, before)}` : "";
  const people =
    `In ${monthText(last.month)}, ${companiesText(last.company_count)} paid ` +
    `${peopleText(last.employee_count)}${change}.`;
  const cost = {...last, payroll_eur: payrollOf(last)};
  const share = ratioOf("payroll_share", [cost]);
  const ofRevenue = share === undefined ? "" : `, ${percent(share, 1)} of what customers paid`;
  return (
    `${people} That cost ${money(cost.payroll_eur)}${ofRevenue}: ${money(ratioOf("cost_per_head", [cost]))} per ` +
    `employee, of which ${money(last.paid_eur / last.employee_count)} reached the employee.`
  );
}

/** `six more than in May 2025`, of people who are counted one by one. */
function movedText(now: number, {employee_count, month}: PayrollMonth): string {
  const moved = now - employee_count;
  if (moved === 0) return `unchanged from ${monthText(month)}`;
  return `${inWords(Math.abs(moved))} ${moved > 0 ? "more" : "fewer"} than in ${monthText(month)}`;
}

export interface BridgeStep {
  readonly step: string;
  readonly person_count: number;
  readonly isTotal: boolean;
}

/** From the headcount of the first month to that of the last; none for no months. */
export function staffBridge(rows: readonly PayrollMonth[]): BridgeStep[] {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return [];
  const {joined, left, rest} = staffMoves(rows);
  const step = (step: string, person_count: number) => ({step, person_count, isTotal: false});
  return [
    {step: monthText(first.month), person_count: first.employee_count, isTotal: true},
    step("Joined", joined),
    step("Left", left === 0 ? 0 : -left),
    ...(rest === 0
      ? []
      : [step(rest > 0 ? "Runs begun or taken up again" : "Runs skipped or ended", rest)]),
    {step: monthText(last.month), person_count: last.employee_count, isTotal: true},
  ];
}

/** Who joined and left after the first month, and by how many the headcount moved otherwise. */
function staffMoves(rows: readonly PayrollMonth[]): {joined: number; left: number; rest: number} {
  const sum = (of: (row: PayrollMonth) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const [joined, left] = [sum((row) => row.joiner_count), sum((row) => row.leaver_count)];
  const [from, to] = [rows.at(0)?.employee_count ?? 0, rows.at(-1)?.employee_count ?? 0];
  return {joined, left, rest: to - from - joined + left};
}

/**
 * How the headcount of the first month became that of the last: who joined, who left, and what is neither. The parts
 * add up as they are read.
 */
export function movesFinding(rows: readonly PayrollMonth[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "Nobody joined and nobody left";
  const {joined, left, rest} = staffMoves(rows);
  if (joined + left === 0 && rest === 0) return "Nobody joined and nobody left";
  const others =
    rest === 0
      ? ""
      : rest > 0
        ? `, ${count(rest)} in new or resumed runs`
        : `, ${count(-rest)} in skipped or ended runs`;
  return (
    `From ${count(first.employee_count)} people to ${count(last.employee_count)}: ${count(joined)} joined, ` +
    `${count(left)} left${others}`
  );
}

/** Whether raises come in one month more than in others, and how large the median one is. */
export function raiseFinding(rows: readonly PayrollMonth[]): string {
  const raises = rows.reduce((sum, row) => sum + row.raise_count, 0);
  if (raises === 0) return "Nobody got a raise";
  const [most, next] = [...rows].sort((a, b) => b.raise_count - a.raise_count);
  if (!most) return "Nobody got a raise";
  const size =
    most.median_raise_share === null ? "" : `, ${percent(most.median_raise_share)} at the median`;
  if (next && !isBeyondChance(countsChance(most.raise_count, next.raise_count)))
    return `${plural(raises, "raise")} in ${plural(rows.length, "month")}; no month had clearly the most`;
  return `${peopleText(most.raise_count)} got a raise in ${monthText(most.month)}${size}`;
}

/** A row of `payroll-industries`, dearest head first. */
export interface IndustryPayroll {
  readonly industry: string;
  readonly company_count: number;
  readonly employee_months: number;
  readonly payroll_eur: number;
  readonly revenue_eur: number;
  readonly cost_per_head_eur: number;
  readonly payroll_share: number | null;
  readonly month_count: number;
}

/** What an employee costs where most and where least, if the industries differ by more than their companies do. */
export function headFinding(
  rows: readonly IndustryPayroll[],
  {cost_per_head}: Pick<IndustryDifferences, "cost_per_head">,
): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No industry pays anybody here";
  if (first === last)
    return `An employee costs ${money(first.cost_per_head_eur)} a month in ${industryInText(first.industry)}`;
  if (!isBeyondChance(cost_per_head ?? undefined))
    return "What an employee costs differs between industries by no more than chance";
  const times = first.cost_per_head_eur / last.cost_per_head_eur - 1;
  return (
    `An employee costs ${percent(times)} more in ${industryInText(first.industry)} than in ` +
    `${industryInText(last.industry)}`
  );
}

/** Industries with revenue, the largest payroll share first. */
export function byShare(rows: readonly IndustryPayroll[]): IndustryPayroll[] {
  return rows
    .filter(({payroll_share}) => payroll_share !== null)
    .sort((a, b) => (b.payroll_share ?? 0) - (a.payroll_share ?? 0));
}

/**
 * Where payroll takes the largest and the smallest share of revenue, if the industries differ by more than their
 * companies do.
 */
export function shareFinding(
  rows: readonly IndustryPayroll[],
  {payroll_share: chance}: Pick<IndustryDifferences, "payroll_share">,
): string {
  const order = byShare(rows);
  const [first, last] = [order.at(0), order.at(-1)];
  if (!first || !last) return "No industry has both payroll and revenue";
  const words = ({industry, payroll_share}: IndustryPayroll) =>
    `${percent(payroll_share)} of revenue in ${industryInText(industry)}`;
  if (first === last) return `Payroll takes ${words(first)}`;
  if (!isBeyondChance(chance ?? undefined))
    return "Payroll’s share of revenue differs between industries by no more than chance";
  return `Payroll takes ${words(first)}, ${percent(last.payroll_share)} in ${industryInText(last.industry)}`;
}
