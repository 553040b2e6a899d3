-- How much cash did each company hold at the end of each month?
-- Grain: one row per company with a complete month; the months stand in a list.
-- Columns: user_id, first_month (of the list, the same in every row), opening_eur (cash before that month),
-- closing_eur (cash on all accounts at the end of each complete month; 0 before the first account is open).
-- Read from the balances of the accounts, not from sums of payments, so that a statement can be held against it.
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
)
select
  companies.user_id as user_id,
  min(complete_months.month) as first_month,
  cast(any_value(coalesce(before.closing_balance_eur, openings.opening_eur)) as decimal(18, 2)) as opening_eur,
  list(
    cast(coalesce(company_months.closing_balance_eur, 0) as decimal(18, 2)) order by complete_months.month
  ) as closing_eur
from bank.companies
join openings on openings.user_id = companies.user_id
left join before on before.user_id = companies.user_id
cross join complete_months
left join bank.company_months
  on company_months.user_id = companies.user_id and company_months.month = complete_months.month
group by companies.user_id
order by user_id
