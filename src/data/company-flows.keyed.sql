-- What did a company take in, pay out and hold, month after month?
-- Grain: one row per company; its months stand in lists, so that a name is sent once and not in every month.
-- Size: by key, a company each.
-- Columns: key and user_id, name, industry, city, first_month (of the data, the same in every row), and in one list each, a
-- value per month from it on: inflow_eur and outflow_eur (both positive) and closing_balance_eur (cash on all
-- accounts at the end of the month); null in months in which the company had no open account.
-- Transfers between a company's own accounts are left out: they are not business.
select
  companies.user_id as key,
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  users.city as city,
  min(months.month) as first_month,
  list(company_months.inflow_eur order by months.month) as inflow_eur,
  list(company_months.outflow_eur order by months.month) as outflow_eur,
  list(company_months.closing_balance_eur order by months.month) as closing_balance_eur
from bank.companies
join bank.users on users.user_id = companies.user_id
cross join bank.months
left join bank.company_months
  on company_months.user_id = companies.user_id and company_months.month = months.month
group by companies.user_id, users.name, companies.industry, users.city
order by key
