-- What part of a salary do people put aside?
-- Grain: one row per band of one percentage point, from -0.01 (all below zero) to 0.3 (30 % and more); empty bands are
-- present with 0. No rows where no main customer has a salary.
-- Size: bounded by bands.
-- Columns: band_from (share of salary), person_count, and the same in each row: person_total, zero_count (moved exactly
-- nothing, on balance), below_count (moved more back than to savings), median_share (of salary, over people), all_share
-- (of all their salaries together), savings_rate (of all income of all main customers, those without a
-- salary included), unpaid_count (main customers who are not shown), window_from and window_to (the last twelve complete
-- months; all, if fewer).
-- Shown are main customers (sql/derived/person_relations.sql) with an account open at the end of the window and a salary in
-- at least half of their months in it: who had a salary once would show a chance share, and of who lives from another bank
-- a part is seen. Who has left is left out: emptying an account is not spending.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), people as (
  select distinct user_id from bank.accounts
  where user_id in (select user_id from bank.person_relations where relation = 'main')
    and (closed_on is null or closed_on > (select last_day(max(month)) from window_months))
), own_months as (
  select person_months.*
  from bank.person_months
  join people on people.user_id = person_months.user_id
  join window_months on window_months.month = person_months.month
), savers as (
  select user_id, bank.saved_of_salary(saved_eur, salary_eur) as share
  from own_months
  group by user_id
  having 2 * count(*) filter (where salary_eur > 0) >= count(*)
), totals as (
  select
    count(*) as person_total,
    count(*) filter (where share = 0) as zero_count,
    count(*) filter (where share < 0) as below_count,
    quantile_cont(share, 0.5) as median_share
  from savers
), paid as (
  select bank.saved_of_salary(saved_eur, salary_eur) as all_share
  from own_months
  where user_id in (select user_id from savers)
), everybody as (
  select bank.savings_rate(saved_eur, income_eur) as savings_rate, count(distinct user_id) as user_total
  from own_months
), bands as (
  select unnest(range(-1, 31)) as band
), banded as (
  select cast(least(greatest(floor(100 * share), -1), 30) as integer) as band from savers
)
select
  cast(bands.band as double) / 100 as band_from,
  cast(count(banded.band) as integer) as person_count,
  cast(any_value(person_total) as integer) as person_total,
  cast(any_value(zero_count) as integer) as zero_count,
  cast(any_value(below_count) as integer) as below_count,
  any_value(median_share) as median_share,
  any_value(all_share) as all_share,
  any_value(savings_rate) as savings_rate,
  cast(any_value(user_total) - any_value(person_total) as integer) as unpaid_count,
  (select min(month) from window_months) as window_from,
  (select max(month) from window_months) as window_to
from bands
cross join totals
cross join paid
cross join everybody
left join banded on banded.band = bands.band
where person_total > 0
group by bands.band
order by bands.band
