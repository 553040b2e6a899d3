-- How does spending in a month that is not over compare with the year before?
-- Grain: one row per group of spending of people.
-- Size: bounded by groups of spending.
-- Columns: category_group, until (the last day counted), now_eur (from the first of its month), same_days_eur (the same
-- days of the year before), whole_month_eur (its whole month, which is the wrong answer).
-- The month is read as it was ten days before the end of the data, so that the trap is there in any bank.
with today as (
  select max(day) - to_days(10) as day from bank.calendar
), spending as (
  select
    categories.category_group as category_group,
    daily_flows.day as day,
    daily_flows.outflow_eur as outflow_eur
  from bank.daily_flows
  join bank.categories on categories.category = daily_flows.category
  where daily_flows.owner_kind = 'individual' and categories.category_group in ('fixed', 'discretionary')
)
select
  spending.category_group as category_group,
  cast(today.day as date) as until,
  cast(coalesce(sum(spending.outflow_eur) filter (
    where spending.day between date_trunc('month', today.day) and today.day
  ), 0) as double) as now_eur,
  cast(coalesce(sum(spending.outflow_eur) filter (
    where spending.day between date_trunc('month', today.day) - to_years(1) and today.day - to_years(1)
  ), 0) as double) as same_days_eur,
  cast(coalesce(sum(spending.outflow_eur) filter (
    where date_trunc('month', spending.day) = date_trunc('month', today.day - to_years(1))
  ), 0) as double) as whole_month_eur
from spending
cross join today
group by spending.category_group, today.day
order by spending.category_group
