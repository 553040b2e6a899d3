-- How do the people of the bank fare, month after month?
-- Grain: one row per complete month and indicator; an indicator without anyone concerned is absent.
-- Size: bounded by months and indicators.
-- Columns: month (first day), indicator (src/index/indicators.ts), value (euro, or a share from 0 to 1),
-- customer_count (people whom the value speaks of).
-- Main customers (sql/derived/person_relations.sql), as on the pages that these lead to: of others a part of what they earn
-- and spend is seen. Medians, because a few large incomes would carry an average. Who has no income in a month has no
-- budget in it, and who closes the last account in a month has no saving.
with own_months as (
  select person_months.*
  from bank.person_months
  join bank.months on months.month = person_months.month and months.is_complete
  join bank.person_relations on person_relations.user_id = person_months.user_id
  where relation = 'main'
), budgets as (
  unpivot (
    select
      month,
      income_eur as "median-income",
      fixed_eur as "median-fixed",
      discretionary_eur as "median-discretionary",
      saved_eur as "median-saving"
    from own_months
    where income_eur > 0
  )
  on "median-income", "median-fixed", "median-discretionary", "median-saving" into name indicator value amount_eur
), shares as (
  select month, user_id, bank.saved_of_salary(saved_eur, salary_eur) as share
  from own_months
  where salary_eur > 0
    and user_id in (
      select user_id from bank.accounts where closed_on is null or closed_on > last_day(own_months.month)
    )
  group by month, user_id
)
select
  month,
  indicator,
  cast(value as double) as value,
  cast(customer_count as integer) as customer_count
from (
  select month, indicator, cast(quantile_cont(amount_eur, 0.5) as decimal(18, 2)) as value, count(*) as customer_count
  from budgets
  group by month, indicator
  union all
  select month, 'saved-of-salary', quantile_cont(share, 0.5), count(*) from shares group by month
)
order by indicator, month
