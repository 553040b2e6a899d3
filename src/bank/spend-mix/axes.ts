/**
 * The axes along which the page cuts the money that moves: how it was paid, what for, where, when, by whom, in which
 * size, and at which chain of shops. The loader of `spend-cubes.json` sums along them; the page names them.
 */
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {channelNames} from "../../lib/bank/channelNames.js";

/** The kinds of account that a flow enters or leaves; savings accounts are those of people and of companies. */
export const accountClasses = {
  person: "People’s checking",
  company: "Companies’ checking",
  savings: "Savings",
  brokerage: "Brokerage",
} as const;

export type AccountClass = keyof typeof accountClasses;

export interface Flow {
  readonly label: string;
  /** The account that it enters or leaves. */
  readonly account: AccountClass;
  readonly direction: "in" | "out";
  /** For a transfer between accounts of one owner, the account at its other end. */
  readonly to?: AccountClass;
  readonly categories: readonly CategoryName[];
}

/** What is moved between two accounts of one owner. */
const own = ["saving", "brokerage_funding"] as const satisfies readonly CategoryName[];

/**
 * What money comes from and goes to. A leg belongs to the first flow of its account, direction and category; the last one of
 * an account and direction takes what no other names.
 */
export const flows = {
  salaries: flow("Salaries", "person", "in", ["salary"]),
  pensions: flow("Pensions and benefits", "person", "in", ["pension", "benefit"]),
  from_people: flow("From people and other banks", "person", "in", ["peer", "household", "saving"]),
  person_other_in: flow("Refunds and interest", "person", "in"),
  customers: flow("Customers of companies", "company", "in", ["card_sales", "invoice"]),
  capital: flow("Loans and other receipts", "company", "in"),
  savings_in: flow("Interest on savings", "savings", "in"),
  sold: flow("Securities sold and dividends", "brokerage", "in"),
  suppliers: flow("Suppliers and equipment", "company", "out", ["vendor", "equipment"]),
  payroll: flow("Payroll", "company", "out", ["payroll", "social_contributions"]),
  running: flow("Premises and running", "company", "out"),
  company_taxes: flow("Taxes of companies", "company", "out", ["vat", "corporate_tax"]),
  repaid: flow("Loans repaid", "company", "out", ["financing"]),
  refunds: flow("Refunds to customers", "company", "out", ["card_sales", "invoice"]),
  housing: flow("Housing and utilities", "person", "out", ["rent", "mortgage", "utilities"]),
  groceries: flow("Groceries", "person", "out", ["groceries", "alcohol_tobacco"]),
  eating_out: flow("Restaurants and travel", "person", "out", ["restaurants", "travel"]),
  transport: flow("Transport", "person", "out", ["transport"]),
  shopping: flow("Shopping", "person", "out", ["clothing", "furnishings", "personal_care"]),
  leisure: flow("Leisure and media", "person", "out", [
    "recreation",
    "subscriptions",
    "communications",
    "education",
  ]),
  health: flow("Health and insurance", "person", "out", ["health", "insurance"]),
  cash: flow("Cash", "person", "out", ["cash"]),
  to_people: flow("To people and other banks", "person", "out", ["peer", "household", "saving"]),
  person_other_out: flow("Taxes, fees and interest", "person", "out"),
  bought: flow("Securities bought", "brokerage", "out"),
  person_savings: moved("Into savings, people", "person", "savings"),
  person_brokerage: moved("Into brokerage", "person", "brokerage"),
  company_savings: moved("Into savings, companies", "company", "savings"),
  savings_person: moved("Out of savings, people", "savings", "person"),
  savings_company: moved("Out of savings, companies", "savings", "company"),
  brokerage_person: moved("Out of brokerage", "brokerage", "person"),
  savings_out: flow("Savings moved elsewhere", "savings", "out"),
} as const satisfies Record<string, Flow>;

export type FlowName = keyof typeof flows;

function flow(
  label: string,
  account: AccountClass,
  direction: "in" | "out",
  names: readonly CategoryName[] = [],
): Flow {
  return {label, account, direction, categories: names};
}

function moved(label: string, account: AccountClass, to: AccountClass): Flow {
  return {label, account, direction: "out", to, categories: own};
}

export const flowNames = Object.keys(flows) as readonly FlowName[];

/** The flows that leave an account: what the page calls uses. */
export const useNames = flowNames.filter((name) => flows[name].direction === "out");

/** The categories of a flow in words: `Rent, Mortgage, Utilities`; empty for the one that takes the rest. */
export function categoriesText(name: FlowName): string {
  return flows[name].categories.map((category) => categories[category].label).join(", ");
}

/** How money was moved. What the books call `book` is told apart: own transfers, trades, and what the bank charges. */
export const paidBy = {
  credit_transfer: channelNames.credit_transfer,
  internal: "Internal transfer",
  direct_debit: channelNames.direct_debit,
  card: channelNames.card,
  e_money: channelNames.e_money,
  trade: "Securities trade",
  cash: channelNames.cash,
  charges: "Fees and interest",
} as const;

export const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

export const ownerNames = {individual: "People", company: "Companies"} as const;

/** Where the bins of ticket sizes begin, in euros; the last is open. */
export const binFloors = [0, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** How many chains of shops are named; the others are one. */
export const namedChains = 12;
