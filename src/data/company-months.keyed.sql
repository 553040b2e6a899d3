-- What did a company earn, pay and hold in each month, loans and capital left out?
-- Grain: one row per company with an open account in the last complete month; its months stand in lists, so that a
-- name is sent once and not in every month.
-- Size: by key, a company each.
-- Columns: key and user_id, name, industry, city, first_month (of the lists: the first complete month with an open account),
-- and in one list each, a value per complete month from it on: inflow_eur and outflow_eur (operating money, both
-- positive), financing_eur (received less repaid), closing_balance_eur (cash on all accounts at the end of the month);
-- employee_count and head_cost_eur of the last three complete months (payroll with social contributions, per person
-- paid and month; null where nobody was paid).
-- Transfers between a company's own accounts are left out: they are not business. Financing is left out of the flows,
-- because a loan does not end a burn; interest on it stays in, because it is a cost.
with complete_months as (
  select month from bank.months where is_complete
), last_three as (
  select month from complete_months order by month desc limit 3
), heads as (
  select
    user_id,
    cast(arg_max(employee_count, month) as integer) as employee_count,
    bank.cost_per_head(payroll_eur, employee_count) as head_cost_eur
  from bank.company_months
  where month in (select month from last_three)
  group by user_id
)
select
  companies.user_id as key,
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  users.city as city,
  min(company_months.month) as first_month,
  list(company_months.operating_inflow_eur order by company_months.month) as inflow_eur,
  list(company_months.operating_outflow_eur order by company_months.month) as outflow_eur,
  list(company_months.financing_eur order by company_months.month) as financing_eur,
  list(company_months.closing_balance_eur order by company_months.month) as closing_balance_eur,
  any_value(heads.employee_count) as employee_count,
  cast(any_value(heads.head_cost_eur) as decimal(18, 2)) as head_cost_eur
from bank.company_months
join complete_months on complete_months.month = company_months.month
join bank.companies on companies.user_id = company_months.user_id
join bank.users on users.user_id = companies.user_id
left join heads on heads.user_id = company_months.user_id
group by companies.user_id, users.name, companies.industry, users.city
having max(company_months.month) = (select max(month) from complete_months)
order by key
