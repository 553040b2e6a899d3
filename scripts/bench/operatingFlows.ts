import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {CompanyWithCash} from "../../src/lib/forecasting/forecast.js";
import {quotedText} from "../../src/lib/quotedSql.js";

/**
 * Operating money of every company by month, from the CSV files of a bank in `folder`. Transfers between a
 * company's own accounts and financing are left out of the flows, not of the balance; a month without a payment is
 * 0, from the month in which the first account opened, or the first of the data, to the last of the data.
 */
export async function operatingFlows(folder: string): Promise<CompanyWithCash[]> {
  const file = (table: string) => quotedText(join(folder, `${table}.csv`));
  const instance = await DuckDBInstance.create();
  try {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(`
with months as (
  select distinct year(month) * 12 + month(month) - 1 as month from read_csv(${file("calendar")})
),
company_accounts as (
  select accounts.account_id, accounts.user_id, accounts.opened_on, companies.industry,
    accounts.opening_balance_eur::decimal(14, 2) * 100 as opening_cents
  from read_csv(${file("accounts")}) as accounts
  join read_csv(${file("companies")}) as companies using (user_id)
),
openings as (
  select user_id, any_value(industry) as industry, sum(opening_cents) as opening_cents,
    year(min(opened_on)) * 12 + month(min(opened_on)) - 1 as month
  from company_accounts
  group by user_id
),
legs as (
  select own.user_id,
    year(transactions.booked_on) * 12 + month(transactions.booked_on) - 1 as month,
    transactions.amount_eur::decimal(14, 2) * 100 as amount_cents,
    transactions.category <> 'financing' and other.user_id is distinct from own.user_id as is_operating
  from read_csv(${file("transactions")}, types = {'amount_eur': 'decimal(14, 2)'}) as transactions
  join company_accounts as own using (account_id)
  left join company_accounts as other on other.account_id = transactions.counter_account_id
)
select openings.user_id, openings.industry, months.month,
  coalesce(sum(amount_cents) filter (is_operating and amount_cents > 0), 0)::bigint as inflow_cents,
  coalesce(-sum(amount_cents) filter (is_operating and amount_cents < 0), 0)::bigint as outflow_cents,
  (any_value(opening_cents) + sum(coalesce(sum(amount_cents), 0)) over (
    partition by openings.user_id order by months.month
  ))::bigint as balance_cents
from openings
join months on months.month >= openings.month
left join legs on legs.user_id = openings.user_id and legs.month = months.month
group by openings.user_id, openings.industry, months.month
order by openings.user_id, months.month`);
    return companiesOf(reader.getRowsJS() as Row[]);
  } finally {
    instance.closeSync();
  }
}

/** User, industry, month, inflow, outflow and closing balance. */
type Row = [string, string, bigint, bigint, bigint, bigint];

function companiesOf(rows: readonly Row[]): CompanyWithCash[] {
  const companies = new Map<
    string,
    CompanyWithCash & {inflow: number[]; outflow: number[]; balance: number[]}
  >();
  for (const [id, group, month, inflow, outflow, balance] of rows) {
    let company = companies.get(id);
    if (!company) {
      company = {id, group, start: Number(month), inflow: [], outflow: [], balance: []};
      companies.set(id, company);
    }
    company.inflow.push(Number(inflow));
    company.outflow.push(Number(outflow));
    company.balance.push(Number(balance));
  }
  return [...companies.values()];
}
