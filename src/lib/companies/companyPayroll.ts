/** The payroll of one company: its months, and the words on them. */
import {isBeyondChance} from "../evidence/chance.js";
import {shiftChance} from "../evidence/groups.js";
import {monthText, percent} from "../format.js";
import {ratioOf} from "../measures/measures.js";
import {type MonthLists, type MonthRow, monthRows} from "../month.js";
import {inWords, peopleText} from "../words.js";
import type {IndustryPayroll} from "./payroll.js";

const columns = [
  "employee_count",
  "paid_eur",
  "payroll_eur",
  "revenue_eur",
  "joiner_count",
  "leaver_count",
  "raise_count",
] as const;

type PayrollColumn = (typeof columns)[number];

/** A row of `company-payroll`: one value per complete month. */
export type CompanyPayroll = MonthLists<PayrollColumn>;

export type CompanyPayrollMonth = MonthRow<PayrollColumn> & {
  readonly cost_per_head_eur: number | undefined;
};

/** The months of one company, one row each; none for no company. */
export function companyPayroll(row: CompanyPayroll | undefined): CompanyPayrollMonth[] {
  if (!row) return [];
  return monthRows(row, columns).map((month) => ({
    ...month,
    cost_per_head_eur: ratioOf("cost_per_head", [month]),
  }));
}

/**
 * A company's payroll share against its industry's, if its months lie to one side of it by more than chance
 * (`shiftChance`).
 */
export function companyShareFinding(
  name: string,
  rows: readonly CompanyPayrollMonth[],
  industry: IndustryPayroll | undefined,
): string {
  const own = ratioOf("payroll_share", rows.slice(-12));
  if (rows.length === 0) return `${name} has no complete month here yet`;
  if (own === undefined) return `${name} has no revenue to compare its payroll with`;
  if (own === 0) return `${name} pays nobody who banks here`;
  const text = `${name} spends ${percent(own)} of revenue on staff`;
  if (industry?.payroll_share == null) return text;
  const other = percent(industry.payroll_share);
  if (other === percent(own)) return `${text}, as does its industry`;
  const shifts = rows.slice(-12).flatMap((row) => {
    const share = ratioOf("payroll_share", [row]);
    return share === undefined ? [] : [share - (industry.payroll_share ?? 0)];
  });
  if (!isBeyondChance(shiftChance(shifts))) return `${text}, much like its industry (${other})`;
  return `${text}; its industry spends ${other}`;
}

/** Months in which a company that pays people paid nobody: a run that did not happen. */
export function missedText(name: string, rows: readonly CompanyPayrollMonth[]): string {
  const missed = rows.filter(({employee_count}) => employee_count === 0);
  if (rows.length === 0) return "";
  if (missed.length === rows.length) return `${name} pays nobody who banks here.`;
  if (missed.length === 0) return `${name} has paid its staff every month.`;
  const last = monthText(missed.at(-1)?.month);
  return missed.length === 1
    ? `${name} missed payroll in ${last}.`
    : `${name} missed payroll in ${inWords(missed.length)} months, last in ${last}.`;
}

/** How many a company pays, against the first month, as a title. */
export function companyHeadFinding(name: string, rows: readonly CompanyPayrollMonth[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return `${name} has no complete month here yet`;
  const {employee_count} = last;
  if (rows.every((row) => row.employee_count === 0)) return `${name} pays nobody who banks here`;
  const now = `${name} pays ${employee_count === 0 ? "nobody" : peopleText(employee_count)}`;
  if (rows.length === 1) return now;
  const moved = employee_count - first.employee_count;
  const since = monthText(first.month);
  if (moved === 0) return `${now}, unchanged from ${since}`;
  return `${now}, ${inWords(Math.abs(moved))} ${moved > 0 ? "more" : "fewer"} than in ${since}`;
}
