/** The measures of people, in the order in which they are told. */
import {categorySum, type Defined, groupSum, ratio} from "./measure.js";

const people = <T extends Defined>(measure: T) => ({...measure, population: "people"}) as const;
const monthGrain = "One person in one month. Can be summed.";
const anyGrain = "Any people and months together, as a ratio of sums.";

export const peopleMeasures = {
  income: people({
    label: "Income",
    words:
      "Salary, pension, and benefits and grants that come in. Net of tax, as the account sees it.",
    grain: monthGrain,
    ...groupSum("income_eur", ["income"], 1),
  }),
  salary: people({
    label: "Salary",
    words: "Pay from an employer; a part of income. Net of tax, as the account sees it.",
    grain: monthGrain,
    ...categorySum("salary_eur", "salary", 1),
  }),
  fixed_spending: people({
    label: "Fixed costs",
    words:
      "Rent, mortgage, utilities, phone, insurance, subscriptions, education and income tax: contracted, hard to change within a month. Refunds are taken off.",
    grain: monthGrain,
    ...groupSum("fixed_eur", ["fixed"], -1),
  }),
  discretionary_spending: people({
    label: "Discretionary",
    words: "All other purchases, cash included. Refunds are taken off.",
    grain: monthGrain,
    ...groupSum("discretionary_eur", ["discretionary"], -1),
  }),
  household_transfers: people({
    label: "To another bank",
    words:
      "Money sent to a person’s own account at another bank less what came from there: moved, not spent. What it buys is not known here.",
    grain: monthGrain,
    ...categorySum("household_eur", "household", -1),
  }),
  rent: people({
    label: "Rent",
    words: "Rent paid to a landlord; a part of fixed costs.",
    grain: monthGrain,
    ...categorySum("rent_eur", "rent", -1),
  }),
  saved: people({
    label: "To savings",
    words:
      "Money moved to savings accounts at this bank less what was moved back. Money that leaves an account on the day it is closed is not counted: moving it elsewhere is not spending it.",
    grain: monthGrain,
    unit: "EUR",
    kind: "sum",
    over: "legs",
    column: "saved_eur",
    columns: ["category", "account_kind", "is_closing", "amount_eur"],
    sql: "coalesce(sum(amount_eur) filter (where category = 'saving' and account_kind = 'savings' and not is_closing), 0)",
  }),
  spending: people({
    label: "Spending",
    words: "Money that left for good: fixed costs and discretionary spending.",
    grain: monthGrain,
    unit: "EUR",
    kind: "sum",
    over: "person_months",
    columns: ["fixed_eur", "discretionary_eur"],
    sql: "sum(fixed_eur + discretionary_eur)",
  }),
  savings_rate: people({
    label: "Savings rate",
    words:
      "Money moved to savings as a share of income. Investments and mortgage instalments are not counted.",
    grain: anyGrain,
    unit: "share",
    over: "person_months",
    ...ratio("saved_eur", "income_eur"),
  }),
  saved_of_salary: people({
    label: "Share of salary saved",
    words:
      "Money moved to savings as a share of salary alone: pensions and benefits do not count, and neither do investments and mortgage instalments. For one person it is given where a salary arrives in at least half of the months.",
    grain: anyGrain,
    unit: "share",
    over: "person_months",
    ...ratio("saved_eur", "salary_eur"),
  }),
  rent_to_income: people({
    label: "Rent to income",
    words: "Rent as a share of income.",
    grain: anyGrain,
    unit: "share",
    over: "person_months",
    ...ratio("rent_eur", "income_eur"),
  }),
  discretionary_to_income: people({
    label: "Discretionary to income",
    words: "Discretionary spending as a share of income.",
    grain: anyGrain,
    unit: "share",
    over: "person_months",
    ...ratio("discretionary_eur", "income_eur"),
  }),
  experience_share: people({
    label: "Experiences",
    words:
      "The share of discretionary purchases, cash aside, that are made in restaurants and cafés, for travel, and for recreation and culture. Purchases are counted, whatever they cost.",
    grain: "Any people and months together, as a share of purchases.",
    unit: "share",
    kind: "ratio",
    over: "legs",
    columns: ["category", "category_group", "amount_eur"],
    sql: "avg(cast(category in ('restaurants', 'travel', 'recreation') as integer)) filter (where category_group = 'discretionary' and category <> 'cash' and amount_eur < 0)",
  }),
  overspending_share: people({
    label: "People who overspend",
    words: "The share of people with an income in a month whose spending in that month exceeds it.",
    grain: "Any people in one month, as a share of people.",
    unit: "share",
    kind: "ratio",
    over: "person_months",
    columns: ["income_eur", "fixed_eur", "discretionary_eur"],
    sql: "avg(cast(fixed_eur + discretionary_eur > income_eur as integer)) filter (where income_eur > 0)",
  }),
  months_covered: people({
    label: "Months covered",
    words:
      "Money in checking and savings at the end of the last month, divided by mean monthly spending: how long somebody could live without income. Zero for anybody overdrawn; no value for anybody who spends nothing. Brokerage accounts are not counted.",
    grain: "One person, over trailing complete months.",
    kind: "pace",
    unit: "months",
    over: "person_months",
    columns: ["month", "liquid_balance_eur", "fixed_eur", "discretionary_eur"],
    sql: "case when sum(fixed_eur + discretionary_eur) > 0 then greatest(cast(arg_max(liquid_balance_eur, month) as double), 0) / cast(avg(fixed_eur + discretionary_eur) as double) end",
  }),
} as const;
