/** What pages ask of the legs, in SQL that ClickHouse and DuckDB run. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../../loaders/environment.js";

export interface Question {
  readonly name: string;
  readonly sql: string;
}

/** One person's and one company's checking account, by which the questions ask. */
export interface Askers {
  readonly person: string;
  readonly company: string;
}

/** The checking account with the median number of legs among those of people (`ind`) or companies (`com`). */
export const medianAccountSql = (owners: "ind" | "com"): string => `with counted as (
  select account_id, count(*) as leg_count
  from transactions
  where account_id like '${owners}-%-chk'
  group by account_id
), ranked as (
  select account_id, row_number() over (order by leg_count, account_id) as place, count(*) over () as account_count
  from counted
)
select account_id
from ranked
where place * 2 in (account_count, account_count + 1)`;

/** The questions; `month` is the bank's last, `2026-10`. */
export function questionsOf({person, company}: Askers, month: string): Question[] {
  const first = `${month}-01`;
  const yearBefore = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}-01`;
  return [
    {
      name: "one person's legs",
      sql: `select transaction_id, booked_on, amount_eur, category
from transactions
where account_id = '${person}'
order by transaction_id`,
    },
    {
      name: "one company's year",
      sql: `select extract(year from booked_on) as year, extract(month from booked_on) as month, category,
  count(*) as leg_count, sum(amount_eur) as net_eur
from transactions
where account_id = '${company}' and booked_on >= '${yearBefore}'
group by extract(year from booked_on), extract(month from booked_on), category
order by year, month, category`,
    },
    {
      name: "the bank's daily flows",
      sql: readFileSync(join(projectRoot, "sql/extract/daily_flows.sql"), "utf8"),
    },
    {
      name: "top categories of a month",
      sql: `select category, count(*) as leg_count, -sum(amount_eur) as spent_eur
from transactions
where booked_on >= '${first}' and amount_eur < 0
group by category
order by spent_eur desc, category
limit 10`,
    },
  ];
}
