import type {CompanyPayrollMonth} from "../lib/companies/companyPayroll.js";
import {type PayrollMonth, payrollOf} from "../lib/companies/payroll.js";
import {monthText, percent, type Time} from "../lib/format.js";
import {ratioOf} from "../lib/measures/measures.js";
import type {Customer, Scope} from "../lib/measures/reading.js";
import {monthCard} from "./monthCard.js";
import {cardRow, numberCard} from "./numberCard.js";

interface Options {
  readonly document?: Document;
}

interface CardMonth {
  readonly month: Time;
  readonly employee_count: number;
  readonly payroll_eur: number;
  readonly revenue_eur: number;
}

/** Headcount, payroll, cost per head and payroll share of all companies in the last month. */
export function payrollCards(rows: readonly PayrollMonth[], options: Options = {}): HTMLElement {
  return cardsOf(
    rows.map((row) => ({...row, payroll_eur: payrollOf(row)})),
    "all companies",
    options,
  );
}

/** The same of one company. */
export function companyPayrollCards(
  rows: readonly CompanyPayrollMonth[],
  of: Customer,
  options: Options = {},
): HTMLElement {
  return cardsOf(rows, of, options);
}

function cardsOf(
  rows: readonly CardMonth[],
  of: Scope["of"],
  {document = globalThis.document}: Options,
): HTMLElement {
  if (rows.length === 0) return cardRow([], {document});
  const before = rows.at(-2);
  const card = monthCard(rows, {document});
  const shares = rows.map((row) => ratioOf("payroll_share", [row]));
  const shareNote = before
    ? `of revenue; ${percent(shares.at(-2), 1)} in ${monthText(before.month)}`
    : "of revenue";
  const cards = [
    card(
      {measure: "headcount", of},
      rows.map((row) => row.employee_count),
      {changeBy: "amount"},
    ),
    card(
      {measure: "payroll", of},
      rows.map((row) => row.payroll_eur),
      {note: "net pay, payroll tax and contributions"},
    ),
    card(
      {measure: "cost_per_head", of},
      rows.map((row) => ratioOf("cost_per_head", [row])),
    ),
    numberCard({
      reading: {measure: "payroll_share", of, window: 1, asOf: rows.at(-1)?.month},
      value: shares.at(-1),
      path: shares,
      note: shareNote,
      document,
    }),
  ];
  return cardRow(cards, {id: "payroll-cards", document});
}
