/** What each measure of the site is worth today, of whom and over which months the pages tell it. */
import {
  type Measure,
  type MeasureName,
  measureCall,
  measureNames,
  measures,
} from "../../src/lib/measures/measures.js";
import {type Population, type Scope, yearMonths} from "../../src/lib/measures/reading.js";
import type {Queries} from "./bank.js";

interface Told {
  readonly of: Population;
  readonly window: Scope["window"];
}

const settledOnly = "count(*) >= least(3, (select count(*) from window_months))";
const tenantsOnly = "sum(rent_eur) > 0 and sum(income_eur) > 0";

/** A measure today: euro, a share from 0 to 1, months or a number; null where there is nothing to measure. */
export interface MeasureValue extends Told {
  readonly measure: MeasureName;
  /** The last month that counts; null where there is none. */
  readonly as_of: string | null;
  readonly value: number | null;
  readonly customer_count: number;
}

/** All measures, in their order. For `Bank.once`: several datasets tell of them. */
export async function measureValues(bank: Pick<Queries, "query">): Promise<MeasureValue[]> {
  const rows: MeasureValue[] = [];
  for (const measure of measureNames) {
    const told = toldOf(measure);
    const [row] = await bank.query<Omit<MeasureValue, keyof Told | "measure">>(
      valueSql(measure, told),
    );
    rows.push({measure, ...told, ...row!});
  }
  return rows;
}

/** Of whom and over which months each measure is told here. */
function toldOf(name: MeasureName): Told {
  if (name === "rent_to_income") return {of: "median tenant", window: yearMonths};
  if (name === "overspending_share") return {of: "main customers", window: 1};
  if (name === "late_invoices") return {of: "all companies", window: "due"};
  const {kind, population}: Measure = measures[name];
  const window = {sum: 1, state: "end", ratio: yearMonths, pace: yearMonths} as const;
  const all = {
    people: "all people",
    companies: "all companies",
    customers: "all customers",
  } as const;
  const main = kind === "pace" ? "median main customer" : "main customers";
  const wholeLives = population === "people" && kind !== "sum";
  const company = kind === "pace" ? "median company" : all[population];
  return {of: wholeLives ? main : company, window: window[kind]};
}

function valueSql(name: MeasureName, {of, window}: Told): string {
  if (window === "due") return invoicesSql(name);
  const measure: Measure = measures[name];
  const isMedian = of.startsWith("median ");
  const value = measure.column ? `sum(${measure.column})` : measureCall(name);
  const having = of === "median tenant" ? tenantsOnly : settledOnly;
  return `with window_months as (
      select month from bank.months where is_complete order by month desc limit ${window === "end" ? 1 : window}
    ), open_accounts as (
      select user_id from bank.accounts
      where closed_on is null or closed_on > (select last_day(max(month)) from window_months)
    ), counted as (
      select * from ${sourceOf(measure)}
      where month in (select month from window_months) and ${whereOf(of)}
    ), customer_values as (
      select ${value} as value from counted
      group by ${isMedian ? `user_id having ${having}` : "all"}
    )
    select
      cast((select max(month) from window_months) as varchar) as as_of,
      cast(median(value) as double) as value,
      (select count(distinct user_id) from counted)::integer as customer_count
    from customer_values`;
}

/** As of the last day of the data; which invoices count: src/data/pnl-waits.csv.sql. */
function invoicesSql(name: MeasureName): string {
  return `select
      cast((select max(day) from bank.calendar) as varchar) as as_of,
      ${measureCall(name)} as value,
      count(distinct company_id)::integer as customer_count
    from (
      select invoices.*, invoice_payments.paid_on
      from bank.invoices
      left join bank.invoice_payments on invoice_payments.invoice_id = invoices.invoice_id
      where invoices.credited_id is null
        and invoices.issued_on between (select min(day) from bank.calendar)
        and (select max(day) - interval 120 day from bank.calendar)
    )`;
}

/** Which customers a population holds. */
function whereOf(of: Population): string {
  const main = "user_id in (select user_id from bank.person_relations where relation = 'main')";
  if (of === "median tenant")
    return `${main} and user_id in (select user_id from bank.individuals where tenure = 'tenant')`;
  return of === "main customers" || of === "median main customer"
    ? `${main} and user_id in (select user_id from open_accounts)`
    : "true";
}

/**
 * The rows that a measure is made over, with customer and month. What is made over legs stands ready in a column, if it has
 * one; else sums are made of monthly flows, and of what people do each leg is counted.
 */
function sourceOf({column, over, population}: Measure): string {
  if (population === "companies") return "bank.company_months";
  if (over === "person_months" || column) return "bank.person_months";
  if (over === "account_months")
    return "(select account_months.*, accounts.user_id from bank.account_months join bank.accounts using (account_id))";
  const isCounted = population === "people";
  return `(
    select
      account_flows.*,
      accounts.user_id,
      categories.category_group,
      account_flows.other_side = 'outside' as is_border
      ${isCounted ? ", unnest(range(account_flows.leg_count)) as leg" : ""}
    from bank.account_flows
    join bank.accounts on accounts.account_id = account_flows.account_id
    ${isCounted ? "join bank.individuals using (user_id)" : ""}
    left join bank.categories on categories.category = account_flows.category
    where account_flows.other_side <> 'own'
  )`;
}
