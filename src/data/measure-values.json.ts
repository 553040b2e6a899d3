// What is each measure of this site worth today, over everybody?
// Grain: one row per measure of src/lib/measures.ts, in its order.
// Columns: measure, value (euro, a share from 0 to 1, months or people; null where there is nothing to measure),
// customer_count (people or companies with an account in the months counted), month_count (the months counted).
// Sums are those of the last complete month, ratios are taken over the last twelve complete months (all, if fewer), and
// paces, such as runway, are taken of one customer at a time: the value is the median over those customers that have a value.
import {openBank, writeJson} from "../../loaders/dataset.js";
import {type Measure, measureCall, measureNames, measures, monthTables} from "../lib/measures.js";

const bank = await openBank();
const rows = [];
for (const name of measureNames) {
  const measure: Measure = measures[name];
  // What is made over legs stands ready in the monthly table, but for a ratio of legs.
  const isOverLegs = measure.over === "legs" && !measure.column;
  const table = isOverLegs ? legsOf(measure) : `bank.${monthTables[measure.population]}`;
  const value = measure.column ? `sum(${measure.column})` : measureCall(name);
  const [row] = await bank.query(
    `with window_months as (
      select month from bank.months where is_complete order by month desc limit ${measure.kind === "sum" ? 1 : 12}
    ), counted as (
      from ${table} where month in (select month from window_months)
    ), customer_values as (
      select ${value} as value from counted group by ${measure.kind === "pace" ? "user_id" : "all"}
    )
    select
      cast(median(value) as double) as value,
      (select count(distinct user_id) from counted)::integer as customer_count,
      (select count(*) from window_months)::integer as month_count
    from customer_values`,
  );
  rows.push({measure: name, ...row});
}
writeJson(rows);
bank.close();

/** The legs on accounts of a population, with their month and group. */
function legsOf({population}: Measure): string {
  const owners = population === "people" ? "individuals" : "companies";
  return `(
    select legs.*, accounts.user_id, date_trunc('month', legs.booked_on) as month, categories.category_group
    from bank.transactions legs
    join bank.accounts on accounts.account_id = legs.account_id
    join bank.${owners} on ${owners}.user_id = accounts.user_id
    join bank.categories on categories.category = legs.category
  )`;
}
