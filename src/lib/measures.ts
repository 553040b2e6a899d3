/**
 * What the pages count, each defined once: in words for readers, and as an aggregate for the engine. Snapshot and
 * published file hold every measure as a macro of its name, so that a dataset, a cell on a page and an analyst at a
 * prompt ask for the same thing:
 *
 *     select city, bank.savings_rate(saved_eur, income_eur) from bank.person_months join … group by city
 *
 * A macro takes columns, not tables: what is counted over (one person or a city, a month or a year) is the business of
 * the query's `where` and `group by`. Sums over legs make the monthly tables of `sql/derived/`, the other measures are
 * made over those. Ratios are of sums, never means of ratios, so that small months weigh little; they are null where
 * there is nothing to divide by.
 */
import {count, money, number, percent, type Value} from "./format.js";

/** Euro, a part of a whole (0 to 1), months, or a number of people. */
export type Unit = "EUR" | "share" | "months" | "people";

export interface Measure {
  readonly label: string;
  /** Of whom it speaks. */
  readonly population: "people" | "companies";
  readonly unit: Unit;
  /**
   * `sum`: adds up over customers and months. `ratio`: one value for any of them together, a ratio of sums. `pace`: of
   * one customer at a time over trailing months; of many, pages give the median.
   */
  readonly kind: "sum" | "ratio" | "pace";
  /** What it means, in sentences. */
  readonly words: string;
  /** What one value belongs to, and how it adds up. */
  readonly grain: string;
  /** The rows that it is made over. */
  readonly over: "legs" | "person_months" | "company_months";
  /** The columns that the macro takes, by the names they have in `over`. */
  readonly columns: readonly string[];
  /** The aggregate over those columns. */
  readonly sql: string;
  /** The column of the monthly table that holds it ready, for a sum over legs. */
  readonly column?: string;
}

/** How a value of each unit is written. */
export const unitFormats = {
  EUR: money,
  share: (value: Value) => percent(value, 1),
  months: (value: Value) => number(value, 1),
  people: count,
} as const satisfies Record<Unit, (value: Value) => string>;

type Defined = Omit<Measure, "population">;

const people = <T extends Defined>(measure: T) => ({...measure, population: "people"}) as const;
const companies = <T extends Defined>(measure: T) =>
  ({...measure, population: "companies"}) as const;

const monthGrain = {
  people: "A person and month; adds up over people and months.",
  companies: "A company and month; adds up over companies and months.",
};

/** The sum of the legs of some groups of categories, ready in a column of the months; `sign` -1 makes money out positive. */
function groupSum(column: string, groups: readonly string[], sign: 1 | -1) {
  const named = groups.map((group) => `'${group}'`).join(", ");
  return {
    unit: "EUR",
    kind: "sum",
    over: "legs",
    column,
    columns: ["category_group", "amount_eur"],
    sql: `coalesce(${sign < 0 ? "-" : ""}sum(amount_eur) filter (where category_group in (${named})), 0)`,
  } as const;
}

/** The same of one category. */
function categorySum(column: string, category: string, sign: 1 | -1) {
  return {
    unit: "EUR",
    kind: "sum",
    over: "legs",
    column,
    columns: ["category", "amount_eur"],
    sql: `coalesce(${sign < 0 ? "-" : ""}sum(amount_eur) filter (where category = '${category}'), 0)`,
  } as const;
}

/** The sum of one column as a share of the sum of another. */
function ratio<N extends string, D extends string>(numerator: N, denominator: D) {
  return {
    kind: "ratio",
    columns: [numerator, denominator],
    sql: `cast(sum(${numerator}) as double) / nullif(cast(sum(${denominator}) as double), 0)`,
  } as const;
}

export const measures = {
  income: people({
    label: "Income",
    words:
      "Salary, pension, and benefits and grants that come in. Net of tax, as the account sees it.",
    grain: monthGrain.people,
    ...groupSum("income_eur", ["income"], 1),
  }),
  salary: people({
    label: "Salary",
    words: "Pay from an employer; a part of income. Net of tax, as the account sees it.",
    grain: monthGrain.people,
    ...categorySum("salary_eur", "salary", 1),
  }),
  fixed_spending: people({
    label: "Fixed costs",
    words:
      "Rent, mortgage, utilities, phone, insurance, subscriptions, education and income tax: contracted, hard to change within a month. Refunds are taken off.",
    grain: monthGrain.people,
    ...groupSum("fixed_eur", ["fixed"], -1),
  }),
  discretionary_spending: people({
    label: "Discretionary",
    words: "Everything else that is bought, cash included. Refunds are taken off.",
    grain: monthGrain.people,
    ...groupSum("discretionary_eur", ["discretionary"], -1),
  }),
  household_transfers: people({
    label: "Spent elsewhere",
    words:
      "Sent to a household account at another bank, to be spent there, less what came back. What it buys is not known here.",
    grain: monthGrain.people,
    ...categorySum("household_eur", "household", -1),
  }),
  rent: people({
    label: "Rent",
    words: "Rent paid to a landlord; a part of fixed costs.",
    grain: monthGrain.people,
    ...categorySum("rent_eur", "rent", -1),
  }),
  saved: people({
    label: "To savings",
    words: "Moved to savings accounts at this bank less what was moved back.",
    grain: monthGrain.people,
    unit: "EUR",
    kind: "sum",
    over: "legs",
    column: "saved_eur",
    columns: ["category", "account_kind", "amount_eur"],
    sql: "coalesce(sum(amount_eur) filter (where category = 'saving' and account_kind = 'savings'), 0)",
  }),
  spending: people({
    label: "Spending",
    words: "What left for good: fixed costs, discretionary spending and what is spent elsewhere.",
    grain: monthGrain.people,
    unit: "EUR",
    kind: "sum",
    over: "person_months",
    columns: ["fixed_eur", "discretionary_eur", "household_eur"],
    sql: "sum(fixed_eur + discretionary_eur + household_eur)",
  }),
  savings_rate: people({
    label: "Savings rate",
    words:
      "What was moved to savings as a share of income. Investments and mortgage instalments are not counted.",
    grain: "Any people and months together; a ratio of sums.",
    unit: "share",
    over: "person_months",
    ...ratio("saved_eur", "income_eur"),
  }),
  saved_of_salary: people({
    label: "Saved of salary",
    words:
      "What was moved to savings as a share of salary alone: pension and benefits do not count, and neither do investments and mortgage instalments. People without a salary have no value.",
    grain: "Any people and months together; a ratio of sums.",
    unit: "share",
    over: "person_months",
    ...ratio("saved_eur", "salary_eur"),
  }),
  rent_to_income: people({
    label: "Rent to income",
    words: "Rent as a share of income.",
    grain: "Any people and months together; a ratio of sums.",
    unit: "share",
    over: "person_months",
    ...ratio("rent_eur", "income_eur"),
  }),
  discretionary_to_income: people({
    label: "Discretionary to income",
    words: "Discretionary spending as a share of income.",
    grain: "Any people and months together; a ratio of sums.",
    unit: "share",
    over: "person_months",
    ...ratio("discretionary_eur", "income_eur"),
  }),
  experience_share: people({
    label: "Experiences",
    words:
      "Of all purchases by choice, cash aside, those in restaurants and cafés, for travel, and for recreation and culture. Purchases are counted, whatever they cost.",
    grain: "Any people and months together; a share of purchases.",
    unit: "share",
    kind: "ratio",
    over: "legs",
    columns: ["category", "category_group", "amount_eur"],
    sql: "avg(cast(category in ('restaurants', 'travel', 'recreation') as integer)) filter (where category_group = 'discretionary' and category <> 'cash' and amount_eur < 0)",
  }),
  overspending_share: people({
    label: "People who overspend",
    words:
      "Of the people with an income in a month, those whose spending in that month exceeds it.",
    grain: "Any people of one month; a share of people.",
    unit: "share",
    kind: "ratio",
    over: "person_months",
    columns: ["income_eur", "fixed_eur", "discretionary_eur", "household_eur"],
    sql: "avg(cast(fixed_eur + discretionary_eur + household_eur > income_eur as integer)) filter (where income_eur > 0)",
  }),
  months_covered: people({
    label: "Months covered",
    words:
      "Checking and savings at the end of the last month over mean monthly spending: how long somebody could go on without income. 0 for who is overdrawn, nothing for who spends nothing. Brokerage accounts are not counted.",
    grain: "One person, over trailing complete months.",
    kind: "pace",
    unit: "months",
    over: "person_months",
    columns: ["month", "liquid_balance_eur", "fixed_eur", "discretionary_eur", "household_eur"],
    sql: "case when sum(fixed_eur + discretionary_eur + household_eur) > 0 then greatest(cast(arg_max(liquid_balance_eur, month) as double), 0) / cast(avg(fixed_eur + discretionary_eur + household_eur) as double) end",
  }),
  revenue: companies({
    label: "Revenue",
    words: "Card sales and invoices paid by customers, VAT included, on the day of booking.",
    grain: monthGrain.companies,
    ...groupSum("revenue_eur", ["revenue"], 1),
  }),
  operating_costs: companies({
    label: "Running costs",
    words: "Vendors and materials, premises, marketing, equipment, utilities, phone and insurance.",
    grain: monthGrain.companies,
    ...groupSum("operating_eur", ["operating", "fixed"], -1),
  }),
  payroll: companies({
    label: "Payroll",
    words: "Net pay with payroll tax and social contributions.",
    grain: monthGrain.companies,
    ...groupSum("payroll_eur", ["payroll"], -1),
  }),
  tax: companies({
    label: "Tax",
    words: "VAT and corporate tax.",
    grain: monthGrain.companies,
    ...groupSum("tax_eur", ["tax"], -1),
  }),
  financing: companies({
    label: "Loans and capital",
    words:
      "Loans and capital received less what was repaid. Interest is a cost and not part of it.",
    grain: monthGrain.companies,
    ...groupSum("financing_eur", ["financing"], 1),
  }),
  result: companies({
    label: "Result",
    words:
      "Operating inflow less operating outflow: revenue and interest less running costs, payroll, tax and bank fees. Loans and capital are left out: they are not earned. On a cash basis.",
    grain: monthGrain.companies,
    unit: "EUR",
    kind: "sum",
    over: "company_months",
    columns: ["operating_inflow_eur", "operating_outflow_eur"],
    sql: "sum(operating_inflow_eur - operating_outflow_eur)",
  }),
  margin: companies({
    label: "Margin",
    words: "The result as a share of revenue.",
    grain: "Any companies and months together; a ratio of sums.",
    unit: "share",
    kind: "ratio",
    over: "company_months",
    columns: ["operating_inflow_eur", "operating_outflow_eur", "revenue_eur"],
    sql: "cast(sum(operating_inflow_eur - operating_outflow_eur) as double) / nullif(cast(sum(revenue_eur) as double), 0)",
  }),
  headcount: companies({
    label: "People paid",
    words: "People who got a salary from the company into an account at this bank in the month.",
    grain: "A company and month; adds up over companies, not over months.",
    unit: "people",
    kind: "sum",
    over: "company_months",
    columns: ["employee_count"],
    sql: "sum(employee_count)",
  }),
  cost_per_head: companies({
    label: "Cost per head",
    words: "Payroll per person paid and month.",
    grain: "Any companies and months together; a ratio of sums.",
    unit: "EUR",
    over: "company_months",
    ...ratio("payroll_eur", "employee_count"),
  }),
  payroll_share: companies({
    label: "Payroll share",
    words: "Payroll as a share of revenue.",
    grain: "Any companies and months together; a ratio of sums.",
    unit: "share",
    over: "company_months",
    ...ratio("payroll_eur", "revenue_eur"),
  }),
  gross_burn: companies({
    label: "Gross burn",
    words:
      "What a company pays out in a month, as the mean over trailing complete months. Transfers between its own accounts and repaid loans are left out.",
    grain: "One company, over trailing complete months.",
    kind: "pace",
    unit: "EUR",
    over: "company_months",
    columns: ["operating_outflow_eur"],
    sql: "cast(avg(operating_outflow_eur) as double)",
  }),
  net_burn: companies({
    label: "Net burn",
    words:
      "What a company pays out in a month beyond what it takes in, as the mean over trailing complete months; below zero, it earns. Transfers between its own accounts, loans and capital are left out: they fill an account and end nothing.",
    grain: "One company, over trailing complete months.",
    kind: "pace",
    unit: "EUR",
    over: "company_months",
    columns: ["operating_inflow_eur", "operating_outflow_eur"],
    sql: "cast(avg(operating_outflow_eur - operating_inflow_eur) as double)",
  }),
  runway: companies({
    label: "Runway",
    words:
      "Cash at the end of the last month over net burn: how long it lasts at this pace. 0 without cash, nothing where there is no burn.",
    grain: "One company, over trailing complete months.",
    kind: "pace",
    unit: "months",
    over: "company_months",
    columns: ["month", "closing_balance_eur", "operating_inflow_eur", "operating_outflow_eur"],
    sql: "case when sum(operating_outflow_eur - operating_inflow_eur) > 0 then greatest(cast(arg_max(closing_balance_eur, month) as double), 0) / cast(avg(operating_outflow_eur - operating_inflow_eur) as double) end",
  }),
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;

/** All names, in the order in which they are told. */
export const measureNames = Object.keys(measures) as MeasureName[];

/** A value of a measure in words: `€1.2m`, `15.4%`, `4.2`. */
export function measureText(name: MeasureName, value: Value): string {
  return unitFormats[measures[name].unit](value);
}

/** The measures that are one column's sum over another's. */
export type RatioName = {
  [Name in MeasureName]: (typeof measures)[Name] extends ReturnType<typeof ratio> ? Name : never;
}[MeasureName];

type Terms<Name extends RatioName> = {
  readonly [Column in (typeof measures)[Name]["columns"][number]]: number;
};

/**
 * A ratio over rows that a page holds already: what the macro gives for the same rows. Undefined where there is nothing
 * to divide by.
 */
export function ratioOf<Name extends RatioName>(
  name: Name,
  rows: readonly Terms<Name>[],
): number | undefined {
  const [numerator, denominator] = measures[name].columns.map((column) =>
    rows.reduce((sum, row) => sum + (row as Readonly<Record<string, number>>)[column]!, 0),
  );
  return denominator ? numerator! / denominator : undefined;
}

/** The monthly table of a population. */
export const monthTables = {people: "person_months", companies: "company_months"} as const;

/** The call of a measure as a query has it: `bank.savings_rate(saved_eur, income_eur)`. */
export function measureCall(name: MeasureName): string {
  return `bank.${name}(${measures[name].columns.join(", ")})`;
}
