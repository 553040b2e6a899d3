-- What does an employee cost in each industry, and how much of the revenue goes to the staff?
-- Grain: one row per industry that paid somebody, over the last twelve complete months (all, if fewer).
-- Size: bounded by industries.
-- Columns: industry, company_count, employee_months (people paid, added up over months), payroll_eur (net pay with
-- payroll tax and contributions), revenue_eur, cost_per_head_eur (payroll_eur per employee month), payroll_share
-- (payroll_eur as a share of revenue_eur; null without revenue), month_count (months added up).
-- A month in which a company paid contributions but no employee adds its cost and no head.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
)
select
  companies.industry as industry,
  cast(count(distinct companies.user_id) as integer) as company_count,
  cast(sum(company_months.employee_count) as integer) as employee_months,
  cast(sum(company_months.payroll_eur) as decimal(18, 2)) as payroll_eur,
  cast(sum(company_months.revenue_eur) as decimal(18, 2)) as revenue_eur,
  cast(bank.cost_per_head(payroll_eur, employee_count) as decimal(18, 2)) as cost_per_head_eur,
  bank.payroll_share(payroll_eur, revenue_eur) as payroll_share,
  cast((select count(*) from window_months) as integer) as month_count
from bank.company_months
join bank.companies on companies.user_id = company_months.user_id
where company_months.month in (select month from window_months)
group by companies.industry
having sum(company_months.employee_count) > 0
order by cost_per_head_eur desc, industry
