-- What part of a salary is put aside, month after month?
-- Grain: one row per complete month with a salary.
-- Size: bounded by months.
-- Columns: month (first day), low_share, median_share and high_share (lower quartile, median, upper quartile over
-- people of what they moved to savings as a share of their salary), all_share (of all their salaries together),
-- savings_rate (of all income of all main customers, those without a salary included), person_count (with a salary).
-- Only main customers (sql/derived/person_relations.sql): of others, a part of what is saved is seen. Who closes the account
-- in the month is left out: emptying it is not spending what was saved.
with people as (
  select person_months.*
  from bank.person_months
  join bank.months on months.month = person_months.month and months.is_complete
  where user_id in (select user_id from bank.person_relations where relation = 'main')
    and user_id in (
      select user_id from bank.accounts where closed_on is null or closed_on > last_day(person_months.month)
    )
), shares as (
  select month, user_id, bank.saved_of_salary(saved_eur, salary_eur) as share
  from people
  where salary_eur > 0
  group by month, user_id
), savers as (
  select
    month,
    quantile_cont(share, 0.25) as low_share,
    quantile_cont(share, 0.5) as median_share,
    quantile_cont(share, 0.75) as high_share,
    count(*) as person_count
  from shares
  group by month
), totals as (
  select
    month,
    bank.saved_of_salary(if(salary_eur > 0, saved_eur, 0), salary_eur) as all_share,
    bank.savings_rate(saved_eur, income_eur) as savings_rate
  from people
  group by month
)
select
  savers.month as month,
  low_share,
  median_share,
  high_share,
  all_share,
  savings_rate,
  cast(person_count as integer) as person_count
from savers
join totals on totals.month = savers.month
order by savers.month
