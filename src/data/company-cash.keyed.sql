-- How much cash did a company hold at the end of each month, and of each of the last days?
-- Grain: one row per company with a complete month; months and days stand in lists.
-- Size: by key, a company each.
-- Columns: key (user_id), first_month (of the list of months, the same in every row), opening_eur (cash before that month),
-- closing_eur (cash on all accounts at the end of each complete month; 0 before the first account is open), last_day (of the
-- data), day_eur (cash at the end of each of the last 184 days up to it, in whole euros; fewer where the data are younger).
-- Months are read from the balances of the accounts, not from sums of payments, so that a statement can be held against them.
with complete_months as (
  select month from bank.months where is_complete
), first_months as (
  select min(month) as month from complete_months
), before as (
  select user_id, closing_balance_eur
  from bank.company_months
  where month < (select month from first_months)
  qualify row_number() over (partition by user_id order by month desc) = 1
), openings as (
  select user_id, sum(opening_balance_eur) as opening_eur from bank.accounts group by user_id
), flows as (
  select user_id, day, sum(amount_eur) as amount_eur from bank.company_days group by user_id, day
), day_balances as (
  select
    openings.user_id as user_id,
    calendar.day as day,
    openings.opening_eur
    + sum(coalesce(flows.amount_eur, 0)) over (partition by openings.user_id order by calendar.day) as balance_eur
  from openings
  join bank.companies on companies.user_id = openings.user_id
  cross join bank.calendar
  left join flows on flows.user_id = openings.user_id and flows.day = calendar.day
), last_balances as (
  select
    user_id,
    max(day) as last_day,
    list(cast(round(balance_eur) as bigint) order by day) as day_eur
  from day_balances
  where day > (select max(day) - interval 184 day from bank.calendar)
  group by user_id
)
select
  companies.user_id as key,
  min(complete_months.month) as first_month,
  cast(any_value(coalesce(before.closing_balance_eur, openings.opening_eur)) as decimal(18, 2)) as opening_eur,
  list(
    cast(coalesce(company_months.closing_balance_eur, 0) as decimal(18, 2)) order by complete_months.month
  ) as closing_eur,
  any_value(last_balances.last_day) as last_day,
  any_value(last_balances.day_eur) as day_eur
from bank.companies
join openings on openings.user_id = companies.user_id
join last_balances on last_balances.user_id = companies.user_id
left join before on before.user_id = companies.user_id
cross join complete_months
left join bank.company_months
  on company_months.user_id = companies.user_id and company_months.month = complete_months.month
group by companies.user_id
order by key
