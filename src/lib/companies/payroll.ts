/** What the payroll page says: the words above its figures, and the months of one company. */
import {count, money, moneyExact, month as monthText, percent, type Time} from "../format.js";
import {industryInText} from "../sectors/names.js";
import {changeOf, compared, inWords, moved, plural, sentence} from "../words.js";
import {monthAfter} from "./companyMonths.js";
import {centsOf} from "./statement.js";

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
  return (centsOf(paid_eur) + centsOf(contributions_eur)) / 100;
}

/** Payroll per employee paid; undefined in a month without any. */
export function costPerHead(payrollEur: number, employees: number): number | undefined {
  return employees > 0 ? payrollEur / employees : undefined;
}

/** Payroll as a share of revenue; undefined without revenue. */
export function payrollShare(payrollEur: number, revenueEur: number): number | undefined {
  return revenueEur > 0 ? payrollEur / revenueEur : undefined;
}

/** The opening of the page: who was paid in the last month, and what that cost. */
export function payrollText(rows: readonly PayrollMonth[]): string {
  const [before, last] = [rows.at(-2), rows.at(-1)];
  if (!last) return "No company has a complete month here, so there is no payroll to tell.";
  if (last.employee_count === 0) return `In ${monthText(last.month)} no company paid anybody.`;
  const change = before
    ? `, ${compared(changeOf(last.employee_count, before.employee_count, {tolerance: 0.0005}), monthText(before.month))}`
    : "";
  const people = `In ${monthText(last.month)} ${plural(last.company_count, "company", "companies")} paid ${plural(last.employee_count, "person", "people")}${change}.`;
  const cost = payrollOf(last);
  const share = payrollShare(cost, last.revenue_eur);
  const ofRevenue = share === undefined ? "" : `, ${percent(share)} of what customers paid`;
  return `${people} That cost ${money(cost)}${ofRevenue}: ${money(costPerHead(cost, last.employee_count))} a head, of which ${money(last.paid_eur / last.employee_count)} reached the employee.`;
}

/** How the number of people paid went over the months. */
export function headcountFinding(rows: readonly {employee_count: number; month: Time}[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No headcount to show";
  const people = plural(last.employee_count, "person", "people");
  if (rows.length === 1) return sentence(`${people} on the payroll`);
  const change = changeOf(last.employee_count, first.employee_count, {tolerance: 0.0005});
  if (change.direction === "same")
    return `Headcount is ${count(last.employee_count)}, as in ${monthText(first.month)}`;
  return `Headcount ${moved(change, {by: "amount", format: count})} since ${monthText(first.month)}, to ${count(last.employee_count)}`;
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

/** How many joined and left over all months. */
export function movesFinding(rows: readonly Move[]): string {
  const sum = (move: Move["move"]) =>
    rows.reduce((total, row) => total + (row.move === move ? Math.abs(row.person_count) : 0), 0);
  const [joined, left] = [sum("joined"), sum("left")];
  if (joined + left === 0) return "Nobody joined and nobody left";
  const more = joined === left ? "as many as left" : `${count(left)} left`;
  return sentence(`${plural(joined, "person", "people")} joined, ${more}`);
}

/** When raises come, and how large the usual one is. */
export function raiseFinding(rows: readonly PayrollMonth[]): string {
  const raises = rows.reduce((sum, row) => sum + row.raise_count, 0);
  if (raises === 0) return "Nobody got a raise";
  const most = rows.reduce((best, row) => (row.raise_count > best.raise_count ? row : best));
  const size =
    most.median_raise_share === null
      ? ""
      : `, the median one of ${percent(most.median_raise_share)}`;
  return `Most raises came in ${monthText(most.month)}: ${count(most.raise_count)}${size}`;
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

/** The dearest and the cheapest head. */
export function headFinding(rows: readonly IndustryPayroll[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No industry pays anybody here";
  if (first === last)
    return `An employee costs ${money(first.cost_per_head_eur)} a month in ${industryInText(first.industry)}`;
  const times = first.cost_per_head_eur / last.cost_per_head_eur - 1;
  return `An employee costs ${percent(times)} more in ${industryInText(first.industry)} than in ${industryInText(last.industry)}`;
}

/** Industries with revenue, the largest payroll share first. */
export function byShare(rows: readonly IndustryPayroll[]): IndustryPayroll[] {
  return rows
    .filter(({payroll_share}) => payroll_share !== null)
    .sort((a, b) => (b.payroll_share ?? 0) - (a.payroll_share ?? 0));
}

/** Who spends most of its revenue on staff, and who least. */
export function shareFinding(rows: readonly IndustryPayroll[]): string {
  const order = byShare(rows);
  const [first, last] = [order.at(0), order.at(-1)];
  if (!first || !last) return "No industry has both payroll and revenue";
  const words = ({industry, payroll_share}: IndustryPayroll) =>
    `${industryInText(industry)} (${percent(payroll_share)})`;
  if (first === last) return `Payroll takes ${percent(first.payroll_share)} of revenue`;
  return `Payroll takes most of the revenue in ${words(first)}, least in ${words(last)}`;
}

/** A row of `payroll-runs`. */
export interface RunMonth {
  readonly month: Time;
  readonly run_count: number;
  readonly payment_count: number;
  readonly paid_eur: number;
  readonly received_eur: number;
  readonly difference_eur: number;
  readonly untied_run_count: number;
  readonly unpaid_salary_count: number;
}

export interface RunTie {
  readonly runCount: number;
  readonly paymentCount: number;
  readonly paidEur: number;
  readonly receivedEur: number;
  readonly differenceEur: number;
  readonly untiedCount: number;
  readonly strayCount: number;
}

/** All runs together, summed in cents. */
export function runTie(rows: readonly RunMonth[]): RunTie {
  const sum = (value: (row: RunMonth) => number) =>
    rows.reduce((total, row) => total + value(row), 0);
  const euros = (value: (row: RunMonth) => number) => sum((row) => centsOf(value(row))) / 100;
  return {
    runCount: sum((row) => row.run_count),
    paymentCount: sum((row) => row.payment_count),
    paidEur: euros((row) => row.paid_eur),
    receivedEur: euros((row) => row.received_eur),
    differenceEur: euros((row) => row.difference_eur),
    untiedCount: sum((row) => row.untied_run_count),
    strayCount: sum((row) => row.unpaid_salary_count),
  };
}

/** Whether every run ties, as a title. */
export function tieFinding(rows: readonly RunMonth[]): string {
  const {runCount, untiedCount, strayCount} = runTie(rows);
  if (runCount === 0) return "No payroll run to check";
  if (untiedCount > 0)
    return `${count(untiedCount)} of ${plural(runCount, "payroll run")} ${untiedCount === 1 ? "does" : "do"} not tie to the salaries received`;
  const runs =
    runCount === 1 ? "The one payroll run ties" : `All ${count(runCount)} payroll runs tie`;
  const strays =
    strayCount > 0 ? `, but ${plural(strayCount, "salary", "salaries")} had no run` : "";
  return `${runs} to the salaries received${strays}`;
}

/** The sums behind the title. */
export function tieSums(rows: readonly RunMonth[]): string {
  const {paymentCount, paidEur, receivedEur, differenceEur} = runTie(rows);
  if (paymentCount === 0) return "";
  return `Companies paid ${moneyExact(paidEur)} in ${plural(paymentCount, "payment")}; employees received ${moneyExact(receivedEur)}. Difference: ${moneyExact(differenceEur)}.`;
}

/** A row of `payroll-companies`: one value per complete month. */
export interface CompanyPayroll {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly city: string;
  readonly first_month: Time;
  readonly employee_count: readonly number[];
  readonly paid_eur: readonly number[];
  readonly payroll_eur: readonly number[];
  readonly revenue_eur: readonly number[];
  readonly joiner_count: readonly number[];
  readonly leaver_count: readonly number[];
  readonly raise_count: readonly number[];
}

export interface CompanyPayrollMonth {
  readonly month: Date;
  readonly employee_count: number;
  readonly paid_eur: number;
  readonly payroll_eur: number;
  readonly revenue_eur: number;
  readonly cost_per_head_eur: number | undefined;
  readonly joiner_count: number;
  readonly leaver_count: number;
  readonly raise_count: number;
}

/** The months of one company, one row each; none for no company. */
export function companyPayroll(row: CompanyPayroll | undefined): CompanyPayrollMonth[] {
  if (!row) return [];
  const {first_month, ...paths} = row;
  return paths.employee_count.map((employee_count, at) => {
    const payroll_eur = paths.payroll_eur[at] ?? 0;
    return {
      month: monthAfter(first_month, at),
      employee_count,
      paid_eur: paths.paid_eur[at] ?? 0,
      payroll_eur,
      revenue_eur: paths.revenue_eur[at] ?? 0,
      cost_per_head_eur: costPerHead(payroll_eur, employee_count),
      joiner_count: paths.joiner_count[at] ?? 0,
      leaver_count: paths.leaver_count[at] ?? 0,
      raise_count: paths.raise_count[at] ?? 0,
    };
  });
}

/** The payroll share of the last so many months together; undefined without revenue. */
export function shareOver(rows: readonly CompanyPayrollMonth[], months = 12): number | undefined {
  const last = rows.slice(-months);
  const sum = (value: (row: CompanyPayrollMonth) => number) =>
    last.reduce((total, row) => total + value(row), 0);
  return payrollShare(
    sum((row) => row.payroll_eur),
    sum((row) => row.revenue_eur),
  );
}

/** A company's payroll share against its industry's. */
export function companyShareFinding(
  name: string,
  rows: readonly CompanyPayrollMonth[],
  industry: IndustryPayroll | undefined,
): string {
  const own = shareOver(rows);
  if (rows.length === 0) return `${name} has no complete month here yet`;
  if (own === undefined) return `${name} has no revenue to compare its payroll with`;
  const text = `${name} spends ${percent(own)} of its revenue on its staff`;
  if (industry?.payroll_share == null) return text;
  const other = percent(industry.payroll_share);
  if (other === percent(own)) return `${text}, as its industry does`;
  return `${text}; its industry, ${other}`;
}

/** Months in which a company that pays people paid nobody: a run that did not happen. */
export function missedText(name: string, rows: readonly CompanyPayrollMonth[]): string {
  const missed = rows.filter(({employee_count}) => employee_count === 0);
  if (rows.length === 0) return "";
  if (missed.length === rows.length) return `${name} pays nobody who banks here.`;
  if (missed.length === 0) return `${name} paid its people in every month.`;
  const [only] = missed;
  return missed.length === 1 && only
    ? `In ${monthText(only.month)} ${name} paid nobody: the run did not happen.`
    : `In ${inWords(missed.length)} months ${name} paid nobody, last in ${monthText(missed.at(-1)?.month)}: the runs did not happen.`;
}
