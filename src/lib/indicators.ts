import {count, money, percent, type Value} from "./format.js";
import type {MeasureName} from "./measures.js";

/**
 * What the first page watches: one monthly series each, of which the three most surprising become its
 * findings. The values come from `src/data/indicators-….csv.sql`; the words stand here.
 */
export interface Indicator {
  readonly name: string;
  /** The subject of a sentence about one month. */
  readonly subject: string;
  /** Whom it could concern. */
  readonly population: "people" | "companies" | "customers";
  /** What is measured, for subtitles: measure, unit, population. */
  readonly measure: string;
  readonly format: (value: Value) => string;
  /** Whether a change is best told as an amount (of points, of people) rather than as a share. */
  readonly inPoints?: boolean;
  /** The measures that it is made of, where it is. */
  readonly measures?: readonly MeasureName[];
  /** The page that says more. */
  readonly page: string;
}

const points = {format: (value: Value) => percent(value, 1), inPoints: true} as const;
const euros = {format: money} as const;
const counts = {format: count} as const;

export const indicators = {
  "median-income": {
    name: "Income",
    subject: "the median income",
    population: "people",
    measure: "Median income per person with income and month, EUR",
    measures: ["income"],
    page: "people/budgets",
    ...euros,
  },
  "median-fixed": {
    name: "Fixed costs",
    subject: "the median of fixed costs",
    population: "people",
    measure: "Median fixed costs per person and month, EUR",
    measures: ["fixed_spending"],
    page: "people/budgets",
    ...euros,
  },
  "median-discretionary": {
    name: "Discretionary",
    subject: "the median of discretionary spending",
    population: "people",
    measure: "Median discretionary spending per person and month, EUR",
    measures: ["discretionary_spending"],
    page: "people/budgets",
    ...euros,
  },
  "savings-rate": {
    name: "Savings rate",
    subject: "the savings rate",
    population: "people",
    measure: "Moved to savings as a share of income, people with income",
    measures: ["savings_rate"],
    page: "people/savings",
    ...points,
  },
  "rent-share": {
    name: "Rent to income",
    subject: "the rent of the median tenant, as a share of income,",
    population: "people",
    measure: "Rent as a share of income, median tenant",
    measures: ["rent_to_income"],
    page: "people/budgets",
    ...points,
  },
  "overspending-share": {
    name: "Overspending",
    subject: "the share of people who spend more than they earn",
    population: "people",
    measure: "People whose spending exceeds their income in the month, share",
    measures: ["overspending_share"],
    page: "people/budgets",
    ...points,
  },
  "utilities-per-payer": {
    name: "Energy and water",
    subject: "the average energy and water bill",
    population: "people",
    measure: "Utilities per paying person and month, EUR",
    page: "people/budgets",
    ...euros,
  },
  "groceries-per-buyer": {
    name: "Groceries",
    subject: "the average spending on groceries",
    population: "people",
    measure: "Groceries per buying person and month, EUR",
    page: "people/budgets",
    ...euros,
  },
  "travel-per-traveller": {
    name: "Travel",
    subject: "the average spending of those who travel",
    population: "people",
    measure: "Travel and hotels per travelling person and month, EUR",
    page: "people/budgets",
    ...euros,
  },
  revenue: {
    name: "Company revenue",
    subject: "the revenue of companies",
    population: "companies",
    measure: "Revenue of all companies, EUR per month",
    measures: ["revenue"],
    page: "companies/profit-and-loss",
    ...euros,
  },
  "payroll-share": {
    name: "Payroll share",
    subject: "the share of revenue that companies pay to staff",
    population: "companies",
    measure: "Payroll as a share of revenue, all companies",
    measures: ["payroll_share"],
    page: "companies/payroll",
    ...points,
  },
  headcount: {
    name: "Headcount",
    subject: "the headcount of companies",
    population: "companies",
    measure: "People paid by the companies that bank here",
    measures: ["headcount"],
    page: "companies/payroll",
    ...counts,
  },
  "burning-share": {
    name: "Burning companies",
    subject: "the share of companies that burn cash",
    population: "companies",
    measure: "Companies whose last three months cost more than they brought, share",
    measures: ["net_burn"],
    page: "companies/runway",
    ...points,
  },
  "late-invoice-share": {
    name: "Late invoices",
    subject: "the late share of unpaid invoices",
    population: "companies",
    measure: "Overdue amount as a share of all unpaid invoices at the end of the month",
    page: "companies/profit-and-loss",
    ...points,
  },
  customers: {
    name: "Customers",
    subject: "the number of customers",
    population: "customers",
    measure: "Customers with an open account",
    page: "workbench/ask",
    ...counts,
  },
  balances: {
    name: "Balances",
    subject: "the balances of all customers",
    population: "customers",
    measure: "All balances at the end of the month, EUR",
    page: "bank/sectors", // balances move by what crosses the border: one story, told there
    ...euros,
  },
  "savings-balances": {
    name: "Savings balances",
    subject: "the money on savings accounts",
    population: "customers",
    measure: "Balances of savings accounts at the end of the month, EUR",
    page: "people/savings",
    ...euros,
  },
  "money-in-motion": {
    name: "Money in motion",
    subject: "the money in motion",
    population: "customers",
    measure: "Payments of customers to others, each counted once, EUR per month",
    page: "bank/sectors",
    ...euros,
  },
  "border-net": {
    name: "Across the border",
    subject: "what the outside world paid in, less what left,",
    population: "customers",
    measure: "Money into the bank less money out of it, EUR per month",
    page: "bank/sectors",
    ...euros,
  },
  "card-payments": {
    name: "Card payments",
    subject: "the number of card payments",
    population: "customers",
    measure: "Card payments per month",
    page: "workbench/ask",
    ...counts,
  },
  "trading-volume": {
    name: "Trading volume",
    subject: "the volume of trades",
    population: "customers",
    measure: "Securities bought and sold, EUR per month",
    page: "bank/investments",
    ...euros,
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof indicators;

/** The definition of an indicator; throws on a name that no page knows. */
export function indicatorNamed(name: string): Indicator {
  if (!Object.hasOwn(indicators, name)) throw new Error(`unknown indicator: ${name}`);
  return indicators[name as IndicatorName];
}
