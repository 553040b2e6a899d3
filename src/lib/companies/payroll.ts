/** What the payroll page says of all companies: the words above its figures. */
import {isBeyondChance} from "../evidence/chance.js";
import {trendChance} from "../evidence/months.js";
import {countsChance} from "../evidence/summaries.js";
import {count, money, monthText, percent, type Time} from "../format.js";
import {ratioOf} from "../measures/measures.js";
import {centsFromEur} from "../money.js";
import {
  changeOf,
  companiesText,
  comparedLast,
  peopleText,
  plural,
  sentence,
  withinChance,
} from "../words.js";
import {type CompanyYear, industriesDiffer} from "./companyYears.js";
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
  const change = before
    ? `, ${comparedLast(
        rows.map((row) => row.employee_count),
        monthText(before.month),
        {counted: true},
      )}`
    : "";
  const people =
    `In ${monthText(last.month)}, ${companiesText(last.company_count)} paid ` +
    `${peopleText(last.employee_count)}${change}.`;
  const cost = {...last, payroll_eur: payrollOf(last)};
  const share = ratioOf("payroll_share", [cost]);
  const ofRevenue = share === undefined ? "" : `, ${percent(share)} of what customers paid`;
  return (
    `${people} That cost ${money(cost.payroll_eur)}${ofRevenue}: ${money(ratioOf("cost_per_head", [cost]))} per ` +
    `employee, of which ${money(last.paid_eur / last.employee_count)} reached the employee.`
  );
}

/** How the number of people paid went over the months, as a title. */
export function headcountFinding(rows: readonly {employee_count: number; month: Time}[]): string {
  return sentence(headcountText(rows));
}

/** The same inside a sentence, where it has a direction: `headcount rose by 12 since May 2025, to 140`. */
export function headcountText(rows: readonly {employee_count: number; month: Time}[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "no headcount to show";
  const people = peopleText(last.employee_count);
  if (rows.length === 1) return `${people} on the payroll`;
  const lastPaid = rows.findLast((row) => row.employee_count > 0);
  if (!lastPaid) return "nobody was paid in any month";
  if (lastPaid !== last) return `nobody was paid after ${monthText(lastPaid.month)}`;
  const change = changeOf(last.employee_count, first.employee_count, {tolerance: 0.0005});
  if (change.direction === "same")
    return `headcount is ${count(last.employee_count)}, as in ${monthText(first.month)}`;
  if (!isBeyondChance(trendChance(rows.map((row) => row.employee_count))))
    return `headcount moved ${withinChance} since ${monthText(first.month)}, to ${count(last.employee_count)}`;
  const moved = `${change.direction === "rise" ? "rose" : "fell"} by ${count(Math.abs(change.difference ?? 0))}`;
  return `headcount ${moved} since ${monthText(first.month)}, to ${count(last.employee_count)}`;
}

export interface Move {
  readonly month: Time;
  readonly move: "joined" | "left";
  /** Positive for joiners, negative for leavers. */
  readonly person_count: number;
}

/** Two rows a month: who joined and, below zero, who left. */
export function movesOf(
  rows: readonly {month: Time; joiner_count: number; leaver_count: number}[],
): Move[] {
  return rows.flatMap(({month, joiner_count, leaver_count}) => [
    {month, move: "joined", person_count: joiner_count} as const,
    {month, move: "left", person_count: leaver_count === 0 ? 0 : -leaver_count} as const,
  ]);
}

/**
 * How the headcount of the first month became that of the last: who joined, who left, and what is neither. The parts
 * add up as they are read.
 */
export function movesFinding(rows: readonly PayrollMonth[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "Nobody joined and nobody left";
  const sum = (of: (row: PayrollMonth) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const [joined, left] = [sum((row) => row.joiner_count), sum((row) => row.leaver_count)];
  const rest = last.employee_count - first.employee_count - joined + left;
  if (joined + left === 0 && rest === 0) return "Nobody joined and nobody left";
  const others =
    rest === 0
      ? ""
      : rest > 0
        ? `, ${count(rest)} more because runs began or were taken up again`
        : `, ${count(-rest)} fewer because runs were skipped or ended`;
  return (
    `From ${count(first.employee_count)} people to ${count(last.employee_count)}: ${count(joined)} joined, ` +
    `${count(left)} left${others}`
  );
}

/** Whether raises come in one month more than in others, and how large the usual one is. */
export function raiseFinding(rows: readonly PayrollMonth[]): string {
  const raises = rows.reduce((sum, row) => sum + row.raise_count, 0);
  if (raises === 0) return "Nobody got a raise";
  const [most, next] = [...rows].sort((a, b) => b.raise_count - a.raise_count);
  if (!most) return "Nobody got a raise";
  const size =
    most.median_raise_share === null
      ? ""
      : `, of ${percent(most.median_raise_share)} at the median`;
  if (next && !isBeyondChance(countsChance(most.raise_count, next.raise_count)))
    return (
      `${plural(raises, "raise")} in ${plural(rows.length, "month")}; which month had the most ` +
      `lies ${withinChance}`
    );
  return `${peopleText(most.raise_count)} got a raise in ${monthText(most.month)}${size}, more than in any other month`;
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
  companies: readonly CompanyYear[],
): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No industry pays anybody here";
  if (first === last)
    return `An employee costs ${money(first.cost_per_head_eur)} a month in ${industryInText(first.industry)}`;
  const names = rows.map(({industry}) => industry);
  if (!industriesDiffer(companies, names, ["payroll_eur", "employee_months"]))
    return `What an employee costs differs between industries only ${withinChance}`;
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
  companies: readonly CompanyYear[],
): string {
  const order = byShare(rows);
  const [first, last] = [order.at(0), order.at(-1)];
  if (!first || !last) return "No industry has both payroll and revenue";
  const words = ({industry, payroll_share}: IndustryPayroll) =>
    `${percent(payroll_share)} of revenue in ${industryInText(industry)}`;
  if (first === last) return `Payroll takes ${words(first)}`;
  const names = order.map(({industry}) => industry);
  if (!industriesDiffer(companies, names, ["payroll_eur", "revenue_eur"]))
    return `The share of revenue that payroll takes differs between industries only ${withinChance}`;
  return `Payroll takes ${words(first)}, ${percent(last.payroll_share)} in ${industryInText(last.industry)}`;
}
