/** The measures of companies, in the order in which they are told. */
import {type Defined, groupSum, ratio} from "./measure.js";

const companies = <T extends Defined>(measure: T) =>
  ({...measure, population: "companies"}) as const;
const monthGrain = "One company in one month. Can be summed.";
const anyGrain = "Any companies and months together, as a ratio of sums.";
const paceGrain = "One company, over trailing complete months.";

export const companyMeasures = {
  revenue: companies({
    label: "Revenue",
    words: "Card sales and invoices paid by customers, VAT included, on the day of booking.",
    grain: monthGrain,
    ...groupSum("revenue_eur", ["revenue"], 1),
  }),
  operating_costs: companies({
    label: "Running costs",
    words:
      "Vendors and materials, rent and premises, marketing, equipment, utilities, phone and insurance.",
    grain: monthGrain,
    ...groupSum("operating_eur", ["operating", "fixed"], -1),
  }),
  payroll: companies({
    label: "Payroll",
    words: "Net pay with payroll tax and social contributions.",
    grain: monthGrain,
    ...groupSum("payroll_eur", ["payroll"], -1),
  }),
  tax: companies({
    label: "Tax",
    words: "VAT and corporate tax.",
    grain: monthGrain,
    ...groupSum("tax_eur", ["tax"], -1),
  }),
  financing: companies({
    label: "Loans and capital",
    words:
      "Loans and capital received less what was repaid. Interest is a cost and not part of it.",
    grain: monthGrain,
    ...groupSum("financing_eur", ["financing"], 1),
  }),
  result: companies({
    label: "Result",
    words:
      "Operating inflow less operating outflow: revenue and interest less running costs, payroll, tax and bank fees. Loans and capital are left out: they are not earned. On a cash basis.",
    grain: monthGrain,
    unit: "EUR",
    kind: "sum",
    over: "company_months",
    columns: ["operating_inflow_eur", "operating_outflow_eur"],
    sql: "sum(operating_inflow_eur - operating_outflow_eur)",
  }),
  margin: companies({
    label: "Margin",
    words: "The result as a share of revenue.",
    grain: anyGrain,
    unit: "share",
    kind: "ratio",
    over: "company_months",
    columns: ["operating_inflow_eur", "operating_outflow_eur", "revenue_eur"],
    sql: "cast(sum(operating_inflow_eur - operating_outflow_eur) as double) / nullif(greatest(cast(sum(revenue_eur) as double), 0), 0)",
  }),
  headcount: companies({
    label: "People paid",
    words:
      "People who received a salary from the company in an account at this bank during the month.",
    grain: "One company in one month. Can be summed over companies, not over months.",
    unit: "people",
    kind: "sum",
    over: "company_months",
    columns: ["employee_count"],
    sql: "sum(employee_count)",
  }),
  cost_per_head: companies({
    label: "Cost per employee",
    words: "Payroll per person paid and month.",
    grain: anyGrain,
    unit: "EUR",
    over: "company_months",
    ...ratio("payroll_eur", "employee_count"),
  }),
  payroll_share: companies({
    label: "Payroll share",
    words: "Payroll as a share of revenue.",
    grain: anyGrain,
    unit: "share",
    over: "company_months",
    ...ratio("payroll_eur", "revenue_eur"),
  }),
  late_invoices: companies({
    label: "Invoices not paid when due",
    words:
      "The share of invoices at least 120 days old that were paid after the due date or not at all. A younger one may yet be paid late, and when one from before the data was paid is not known, so neither is counted.",
    grain: "Any invoices together, as a share of invoices, whatever they are worth.",
    unit: "share",
    kind: "ratio",
    over: "invoices",
    columns: ["due_on", "paid_on"],
    sql: "avg(cast(coalesce(paid_on > due_on, true) as integer))",
  }),
  gross_burn: companies({
    label: "Gross burn",
    words:
      "What a company pays out in a month, as the mean over trailing complete months. Transfers between its own accounts and repaid loans are left out.",
    grain: paceGrain,
    kind: "pace",
    unit: "EUR",
    over: "company_months",
    columns: ["operating_outflow_eur"],
    sql: "cast(avg(operating_outflow_eur) as double)",
  }),
  net_burn: companies({
    label: "Net burn",
    words:
      "What a company pays out in a month beyond what it takes in, as the mean over trailing complete months; below zero, it earns. Transfers between its own accounts, loans and capital are left out: they fill an account, but do not end a burn.",
    grain: paceGrain,
    kind: "pace",
    unit: "EUR",
    over: "company_months",
    columns: ["operating_inflow_eur", "operating_outflow_eur"],
    sql: "cast(avg(operating_outflow_eur - operating_inflow_eur) as double)",
  }),
  runway: companies({
    label: "Runway",
    words:
      "Cash at the end of the last month divided by net burn: how long it lasts at this pace. Zero without cash; no value without a burn.",
    grain: paceGrain,
    kind: "pace",
    unit: "months",
    over: "company_months",
    columns: ["month", "closing_balance_eur", "operating_inflow_eur", "operating_outflow_eur"],
    sql: "case when sum(operating_outflow_eur - operating_inflow_eur) > 0 then greatest(cast(arg_max(closing_balance_eur, month) as double), 0) / cast(avg(operating_outflow_eur - operating_inflow_eur) as double) end",
  }),
} as const;
