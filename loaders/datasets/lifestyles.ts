/** What the datasets on lifestyles ask the snapshot for. */
import type {HabitRow} from "../../src/lib/lifestyles/habits.js";
import {
  type Money,
  type Published,
  published,
  type Window,
} from "../../src/lib/lifestyles/published.js";
import {lifestylesOf} from "../../src/lib/lifestyles/segments.js";
import type {Queries} from "./bank.js";

/** People's habits, by the query that gives them to the browser too. */
export function readHabits(bank: Queries): Promise<HabitRow[]> {
  return bank.dataset("lifestyle-habits.json");
}

/** Everybody among the segments. */
export async function readLifestyles(bank: Queries): Promise<Published> {
  const rows = await bank.once(readHabits);
  const lifestyles = lifestylesOf(rows);
  const members = rows.map(({user_id}, at) => ({
    user_id,
    segment: lifestyles.places[at]?.segment ?? -1,
  }));
  return published(rows, lifestyles, await readWindow(bank), await readMoney(bank, members));
}

const windowMonths =
  "window_months as (select month from bank.months where is_complete order by month desc limit 12)";

/** The last twelve complete months (all, if fewer), and how many main customers had an account in them. */
async function readWindow({query}: Queries): Promise<Window> {
  const [window] = await query<Window>(`
    with ${windowMonths}
    select
      min(window_months.month) as window_from,
      max(window_months.month) as window_to,
      cast(count(distinct window_months.month) as integer) as month_count,
      (select cast(count(*) as integer) from bank.person_relations where relation = 'main') as person_count
    from window_months`);
  return window!;
}

interface Member {
  readonly user_id: string;
  readonly segment: number;
}

/** Money by segment, and that of all members together under `undefined`. */
async function readMoney(
  {query}: Queries,
  members: readonly Member[],
): Promise<Map<number | undefined, Money>> {
  if (members.length === 0) return new Map();
  const values = members.map(({user_id, segment}) => `('${user_id}', ${segment})`).join(", ");
  const rows = await query<Money & {segment: number | null}>(`
    with ${windowMonths}, members(user_id, segment) as (values ${values}), months as (
      select
        members.segment as segment,
        person_months.user_id as user_id,
        person_months.month as month,
        person_months.income_eur as income_eur,
        person_months.discretionary_eur as discretionary_eur,
        person_months.saved_eur as saved_eur,
        individuals.birth_year as birth_year
      from bank.person_months
      join members on members.user_id = person_months.user_id
      join bank.individuals on individuals.user_id = person_months.user_id
      where person_months.month in (select month from window_months)
    ), people as (
      select segment, user_id, avg(income_eur) as income_eur, max(year(month)) - any_value(birth_year) as age
      from months
      group by segment, user_id
    ), medians as (
      select segment, median(income_eur) as income_eur, median(age) as median_age
      from people
      group by grouping sets ((segment), ())
    ), rates as (
      select
        segment,
        bank.savings_rate(saved_eur, income_eur) as savings_rate,
        bank.discretionary_to_income(discretionary_eur, income_eur) as discretionary_to_income
      from months
      group by grouping sets ((segment), ())
    ), sums as (
      select segment, user_id, sum(saved_eur) as saved_eur, sum(income_eur) as income_eur
      from months
      group by segment, user_id
    ), errors as (
      -- Of a ratio of two sums over the same people (Cochran 1977, Sampling Techniques, section 6.3).
      select
        rates.segment as segment,
        sqrt(sum((saved_eur - savings_rate * income_eur) ** 2) * count(*) / greatest(count(*) - 1, 1))
          / cast(sum(income_eur) as double) as savings_error
      from rates
      join sums on rates.segment is null or sums.segment = rates.segment
      group by rates.segment
    )
    select
      medians.segment as segment,
      cast(medians.income_eur as decimal(18, 2)) as income_eur,
      round(rates.savings_rate, 6) as savings_rate,
      round(errors.savings_error, 6) as savings_error,
      round(rates.discretionary_to_income, 6) as discretionary_to_income,
      cast(medians.median_age as double) as median_age
    from medians
    join rates on rates.segment is not distinct from medians.segment
    join errors on errors.segment is not distinct from medians.segment
    order by medians.segment`);
  return new Map(rows.map(({segment, ...money}) => [segment ?? undefined, money]));
}
