-- How do the people of the bank fare, month after month?
-- Grain: one row per complete month and indicator; an indicator without anyone concerned is absent.
-- Columns: month (first day), indicator (src/lib/indicators.ts), value (euro, or a share from 0 to 1),
-- customer_count (people whom the value speaks of).
-- Medians, because a few large incomes would carry an average. People with no income in a month are left out
-- of what is measured against income.
with person_months as (
  select
    person_months.*,
    individuals.tenure as tenure,
    income_eur > 0 as has_income
  from bank.person_months
  join bank.individuals on individuals.user_id = person_months.user_id
  join bank.months on months.month = person_months.month and months.is_complete
), income as (
  select month, 'median-income' as indicator, median(cast(income_eur as double)) as value, count(*) as customer_count
  from person_months where has_income group by month
), fixed as (
  select month, 'median-fixed', median(cast(fixed_eur as double)), count(*)
  from person_months where fixed_eur > 0 group by month
), discretionary as (
  select month, 'median-discretionary', median(cast(discretionary_eur as double)), count(*)
  from person_months where discretionary_eur > 0 group by month
), savings as (
  select month, 'savings-rate', bank.savings_rate(saved_eur, income_eur), count(*)
  from person_months where has_income group by month having sum(income_eur) > 0
), rents as (
  select month, 'rent-share', median(rent_eur / income_eur), count(*)
  from person_months where has_income and tenure = 'tenant' and rent_eur > 0 group by month
), shortfalls as (
  select
    month,
    'overspending-share',
    bank.overspending_share(income_eur, fixed_eur, discretionary_eur, household_eur),
    count(*)
  from person_months where has_income group by month
), categories as (
  select
    category_months.month as month,
    case category
      when 'utilities' then 'utilities-per-payer'
      when 'groceries' then 'groceries-per-buyer'
      when 'travel' then 'travel-per-traveller'
    end as indicator,
    sum(outflow_eur) / sum(category_months.customer_count) as value,
    sum(category_months.customer_count) as customer_count
  from bank.category_months
  join bank.months on months.month = category_months.month and months.is_complete
  where owner_kind = 'individual' and category in ('utilities', 'groceries', 'travel')
  group by category_months.month, category
)
select
  month,
  indicator,
  cast(value as double) as value,
  cast(customer_count as integer) as customer_count
from (
  from income union all from fixed union all from discretionary union all from savings
  union all from rents union all from shortfalls union all from categories
)
order by indicator, month
