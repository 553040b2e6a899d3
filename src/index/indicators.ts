import {money, type Value} from "../lib/format.js";
import {type MeasureName, measures, measureText} from "../lib/measures/measures.js";
import type {Population} from "../lib/measures/reading.js";

/**
 * What the first page watches: one monthly series each, of which the most surprising become its findings. The values
 * come from `src/data/indicators-….csv.sql`; each is a measure of somebody that a figure of the site draws month by
 * month, so that who follows a finding arrives at the same line. What a card of the first page shows is not watched:
 * it is told there.
 */
export interface Indicator {
  readonly name: string;
  /** The subject of a sentence about one month. */
  readonly subject: string;
  /** Whom it could concern. */
  readonly population: "people" | "companies" | "customers";
  /** What is measured, of whom, in what unit: for subtitles. */
  readonly measured: string;
  readonly format: (value: Value) => string;
  /** Whether a change is best told as an amount of percentage points rather than as a share. */
  readonly inPoints?: boolean;
  /** The measure of which it is a value, and of whom. */
  readonly measure?: MeasureName;
  readonly of: Population;
  /** The page, and the figure or the cards on it that draw the series; an empty page is the first one. */
  readonly page: string;
  readonly figure: string;
  /** What the link to that figure says. */
  readonly pageName: string;
}

type Told = Omit<Indicator, "format" | "measured" | "measure"> & {readonly measure: MeasureName};

/** An indicator that is a measure of a population: its unit gives format and words. */
function watched(told: Told): Indicator {
  const {label, unit} = measures[told.measure];
  return {
    ...told,
    measured: `${label}, ${told.of}${unit === "EUR" ? ", EUR" : ""}`,
    format: (value) => measureText(told.measure, value),
    ...(unit === "share" ? {inPoints: true} : {}),
  };
}

const budgets = {
  population: "people",
  of: "median main customer with income",
  page: "people/budgets",
  figure: "budget-cards",
  pageName: "Budgets and the cost of living",
} as const;
const books = {
  population: "companies",
  of: "all companies",
  page: "companies/profit-and-loss",
  figure: "pnl-months",
  pageName: "Profit and loss",
} as const;
const balances = {
  population: "customers",
  measure: "balances",
  page: "",
  figure: "bank-balances",
  pageName: "Where the money is",
} as const;

export const indicators = {
  "median-income": watched({
    ...budgets,
    name: "Income",
    subject: "the median income of main customers",
    measure: "income",
  }),
  "median-fixed": watched({
    ...budgets,
    name: "Fixed costs",
    subject: "the median of fixed costs of main customers",
    measure: "fixed_spending",
  }),
  "median-discretionary": watched({
    ...budgets,
    name: "Discretionary",
    subject: "the median discretionary spending of main customers",
    measure: "discretionary_spending",
  }),
  "median-saving": watched({
    ...budgets,
    name: "To savings",
    subject: "what the median main customer moves to savings",
    measure: "saved",
  }),
  "saved-of-salary": watched({
    name: "Share of salary saved",
    subject: "the share of salary that the median main customer saves",
    population: "people",
    of: "median main customer with salary",
    measure: "saved_of_salary",
    page: "people/savings",
    figure: "savings-rates",
    pageName: "Savings",
  }),
  revenue: watched({
    ...books,
    name: "Company revenue",
    subject: "the revenue of companies",
    measure: "revenue",
  }),
  "running-costs": watched({
    ...books,
    name: "Running costs",
    subject: "what companies pay to run",
    measure: "operating_costs",
  }),
  payroll: watched({
    ...books,
    name: "Payroll",
    subject: "the payroll of companies",
    measure: "payroll",
  }),
  result: watched({
    ...books,
    name: "Company result",
    subject: "the result of all companies together",
    measure: "result",
  }),
  headcount: watched({
    name: "People paid",
    subject: "the number of people whom companies here pay",
    population: "companies",
    of: "all companies",
    measure: "headcount",
    page: "companies/payroll",
    figure: "payroll-cards",
    pageName: "Payroll",
  }),
  "checking-balances": watched({
    ...balances,
    name: "Checking",
    subject: "the money in checking accounts",
    of: "checking accounts",
  }),
  "savings-balances": watched({
    ...balances,
    name: "Savings",
    subject: "the money in savings accounts",
    of: "savings accounts",
  }),
  "brokerage-balances": watched({
    ...balances,
    name: "Brokerage cash",
    subject: "the cash in brokerage accounts",
    of: "brokerage accounts",
  }),
  "trading-fees": {
    name: "Trading fees",
    subject: "the commissions that clients paid",
    population: "customers",
    of: "all customers",
    measured: "Commissions on trades, all customers, EUR",
    format: money,
    page: "bank/investments",
    figure: "investment-cards",
    pageName: "Investments",
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof indicators;

/** The definition of an indicator; throws on a name that no page knows. */
export function indicatorNamed(name: string): Indicator {
  if (!Object.hasOwn(indicators, name)) throw new Error(`unknown indicator: ${name}`);
  return indicators[name as IndicatorName];
}
