-- How do savings grow with the age of the account, by the quarter in which it was opened?
-- Grain: one row per quarter of opening in the data and month of age, from 0 (the month of opening).
-- Size: bounded by quarters.
-- Columns: quarter (first day), age_months, balance_eur (mean at the end of the month), account_count, is_whole (whether
-- every account of the quarter has reached this age; a mean where some have not compares other accounts).
with cohorts as (
  select
    account_id,
    date_trunc('quarter', opened_on) as quarter,
    date_trunc('month', opened_on) as first_month
  from bank.accounts
  where kind = 'savings' and opened_on >= (select min(month) from bank.months where is_complete)
), sizes as (
  select quarter, count(*) as account_count from cohorts group by quarter
), ages as (
  select
    cohorts.quarter as quarter,
    datediff('month', cohorts.first_month, account_months.month) as age_months,
    avg(account_months.closing_balance_eur) as balance_eur,
    count(*) as account_count
  from cohorts
  join bank.account_months on account_months.account_id = cohorts.account_id
  join bank.months on months.month = account_months.month and months.is_complete
  group by cohorts.quarter, datediff('month', cohorts.first_month, account_months.month)
)
select
  cast(ages.quarter as date) as quarter,
  cast(ages.age_months as integer) as age_months,
  cast(ages.balance_eur as double) as balance_eur,
  cast(ages.account_count as integer) as account_count,
  ages.account_count = sizes.account_count as is_whole
from ages
join sizes on sizes.quarter = ages.quarter
order by ages.quarter, ages.age_months
