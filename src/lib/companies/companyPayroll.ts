/** The payroll of one company: its months, and the words on them. */
import {isBeyondChance} from "../evidence/chance.js";
import {shiftChance} from "../evidence/groups.js";
import {month as monthText, percent, type Time} from "../format.js";
import {ratioOf} from "../measures/measures.js";
import {inWords, withinChance} from "../words.js";
import {monthAfter} from "./companyMonths.js";
import type {IndustryPayroll} from "./payroll.js";

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
      cost_per_head_eur: ratioOf("cost_per_head", [{payroll_eur, employee_count}]),
      joiner_count: paths.joiner_count[at] ?? 0,
      leaver_count: paths.leaver_count[at] ?? 0,
      raise_count: paths.raise_count[at] ?? 0,
    };
  });
}

/** A company's payroll share against its industry's, if its months lie to one side of it by more than chance (`shiftChance`). */
export function companyShareFinding(
  name: string,
  rows: readonly CompanyPayrollMonth[],
  industry: IndustryPayroll | undefined,
): string {
  const own = ratioOf("payroll_share", rows.slice(-12));
  if (rows.length === 0) return `${name} has no complete month here yet`;
  if (own === undefined) return `${name} has no revenue to compare its payroll with`;
  const text = `${name} spends ${percent(own)} of its revenue on its staff`;
  if (industry?.payroll_share == null) return text;
  const other = percent(industry.payroll_share);
  if (other === percent(own)) return `${text}, as its industry does`;
  const shifts = rows.slice(-12).flatMap((row) => {
    const share = ratioOf("payroll_share", [row]);
    return share === undefined ? [] : [share - (industry.payroll_share ?? 0)];
  });
  if (!isBeyondChance(shiftChance(shifts)))
    return `${text}, ${withinChance} of its industry (${other})`;
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
