// Which segments do people's purchases fall into, and who stands where between frugal and experiential?
// Grain: one object; per segment and per person there are lists in it. Its parts, in src/lib/lifestyles/published.ts: the
// window; everybody's shares by kind of purchase; the trials for 2 to 8 segments and the number chosen; the segments with name,
// people, stability, shares and money; people's measures, segment, next segment and depth in their own.
// People with too few purchases are counted and otherwise left out, as in lifestyle-habits. The generator's persona is not read.
import {join} from "node:path";
import {openBank, writeJson} from "../../loaders/dataset.js";
import {projectRoot} from "../../loaders/environment.js";
import type {Cell} from "../../loaders/rows.js";
import {readSql} from "../../loaders/sqlText.js";
import type {HabitRow} from "../lib/lifestyles/habits.js";
import {type Money, published, type Window} from "../lib/lifestyles/published.js";
import {lifestylesOf} from "../lib/lifestyles/segments.js";

const bank = await openBank();
const habitsSql = readSql(join(projectRoot, "src/data/lifestyle-habits.json.sql")).sql;
const rows = (await bank.query(habitsSql)) as unknown as HabitRow[];
const lifestyles = lifestylesOf(rows);

const windowSql = `window_months as (select month from bank.months where is_complete order by month desc limit 12)`;
const [window] = (await bank.query(
  `with ${windowSql}
  select
    min(window_months.month) as window_from,
    max(window_months.month) as window_to,
    cast(count(distinct window_months.month) as integer) as month_count,
    cast(count(distinct person_months.user_id) as integer) as person_count
  from window_months
  left join bank.person_months on person_months.month = window_months.month`,
)) as unknown as [Window];

/** Money of each segment, and of everybody under -1. */
async function moneyOfSegments(): Promise<Map<number, Money>> {
  if (rows.length === 0) return new Map();
  const members = rows.map(
    ({user_id}, at) => `('${user_id}', ${lifestyles.places[at]?.segment ?? 0})`,
  );
  const found = await bank.query(
    `with ${windowSql}, members(user_id, segment) as (values ${members.join(", ")}),
    months as (
      select members.segment as segment, person_months.*, individuals.birth_year as birth_year
      from bank.person_months
      join members on members.user_id = person_months.user_id
      join bank.individuals on individuals.user_id = person_months.user_id
      where person_months.month in (select month from window_months)
    ), people as (
      select segment, user_id, avg(income_eur) as income_eur, max(year(month)) - any_value(birth_year) as age
      from months
      group by segment, user_id
    ), medians as (
      select coalesce(segment, -1) as segment, median(income_eur) as income_eur, median(age) as median_age
      from people
      group by grouping sets ((segment), ())
    ), rates as (
      select
        coalesce(segment, -1) as segment,
        bank.savings_rate(saved_eur, income_eur) as savings_rate,
        bank.discretionary_to_income(discretionary_eur, income_eur) as discretionary_to_income
      from months
      group by grouping sets ((segment), ())
    )
    select
      medians.segment as segment,
      cast(medians.income_eur as decimal(18, 2)) as income_eur,
      round(rates.savings_rate, 6) as savings_rate,
      round(rates.discretionary_to_income, 6) as discretionary_to_income,
      cast(medians.median_age as double) as median_age
    from medians
    join rates on rates.segment = medians.segment
    order by medians.segment`,
  );
  return new Map(found.map(({segment, ...money}) => [Number(segment), money as unknown as Money]));
}

writeJson({...published(rows, lifestyles, window, await moneyOfSegments())} as unknown as Cell);
bank.close();
