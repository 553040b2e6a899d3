/** What the payroll page says of all companies: the words above its figures. */
import {count, money, month as monthText, percent, type Time} from "../format.js";
import {ratioOf} from "../measures.js";
import {centsFromEur} from "../money.js";
import {industryInText} from "../sectors/names.js";
import {changeOf, compared, plural, sentence} from "../words.js";

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
    ? `, ${compared(changeOf(last.employee_count, before.employee_count, {tolerance: 0.0005}), monthText(before.month)).replace("less", "fewer")}`
    : "";
  const people = `In ${monthText(last.month)}, ${plural(last.company_count, "company", "companies")} paid ${plural(last.employee_count, "person", "people")}${change}.`;
  const cost = {...last, payroll_eur: payrollOf(last)};
  const share = ratioOf("payroll_share", [cost]);
  const ofRevenue = share === undefined ? "" : `, ${percent(share)} of what customers paid`;
  return `${people} That cost ${money(cost.payroll_eur)}${ofRevenue}: ${money(ratioOf("cost_per_head", [cost]))} a head, of which ${money(last.paid_eur / last.employee_count)} reached the employee.`;
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
  const moved = `${change.direction === "rise" ? "rose" : "fell"} by ${count(Math.abs(change.difference ?? 0))}`;
  return `Headcount ${moved} since ${monthText(first.month)}, to ${count(last.employee_count)}`;
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
