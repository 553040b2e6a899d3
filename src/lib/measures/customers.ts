/** The measures of all customers, people and companies together, in the order in which they are told. */
import type {Defined} from "./measure.js";

const customers = <T extends Defined>(measure: T) =>
  ({...measure, population: "customers"}) as const;
const endGrain =
  "One group of customers at the end of one month. Can be summed over customers, not over months.";
const flowGrain = "One customer in one month. Can be summed.";
const flow = {
  unit: "EUR",
  kind: "sum",
  over: "legs",
  columns: ["is_border", "amount_eur"],
} as const;

export const customerMeasures = {
  customers: customers({
    label: "Customers",
    words:
      "People and companies with an open account at the end of the month. Those who closed their last one during the month are no longer counted.",
    grain: endGrain,
    unit: "people",
    kind: "state",
    over: "account_months",
    columns: ["user_id", "is_open"],
    sql: "count(distinct user_id) filter (where is_open)",
  }),
  balances: customers({
    label: "Balances",
    words:
      "The money in all accounts at the end of the month; overdrafts count below zero. Brokerage accounts count with their cash, without the securities.",
    grain: endGrain,
    unit: "EUR",
    kind: "state",
    over: "account_months",
    columns: ["closing_balance_eur"],
    sql: "sum(closing_balance_eur)",
  }),
  money_in: customers({
    label: "Money in",
    words: "Payments that customers receive from parties without an account here.",
    grain: flowGrain,
    ...flow,
    sql: "coalesce(sum(amount_eur) filter (where is_border and amount_eur > 0), 0)",
  }),
  money_out: customers({
    label: "Money out",
    words:
      "Payments of customers to parties without an account here, their own accounts at other banks included.",
    grain: flowGrain,
    ...flow,
    sql: "coalesce(-sum(amount_eur) filter (where is_border and amount_eur < 0), 0)",
  }),
  net_inflow: customers({
    label: "Net inflow",
    words: "Money in less money out.",
    grain: flowGrain,
    ...flow,
    sql: "coalesce(sum(amount_eur) filter (where is_border), 0)",
  }),
  money_in_motion: customers({
    label: "Money in motion",
    words:
      "Payments of customers to and from others, each counted once. Transfers between accounts of one customer here are left out.",
    grain: flowGrain,
    ...flow,
    sql: "coalesce(sum(abs(amount_eur)) filter (where is_border or amount_eur < 0), 0)",
  }),
} as const;
