-- How do the companies of the bank fare, month after month?
-- Grain: one row per complete month and indicator; none where there is no company.
-- Size: bounded by months and indicators.
-- Columns: month (first day), indicator (src/index/indicators.ts), value (euro, or people), customer_count (companies whom
-- the value speaks of).
-- Sums over all companies, as the pages that these lead to draw them; the measures behind each column are named in
-- sql/derived/company_months.sql.
with own_months as (
  select company_months.*
  from bank.company_months
  join bank.months on months.month = company_months.month and months.is_complete
)
select
  month,
  indicator,
  cast(value as double) as value,
  cast(customer_count as integer) as customer_count
from (
  select month, 'revenue' as indicator, sum(revenue_eur) as value, count(*) as customer_count
  from own_months group by month
  union all
  select month, 'running-costs', sum(operating_eur), count(*) from own_months group by month
  union all
  select month, 'payroll', sum(payroll_eur), count(*) from own_months group by month
  union all
  select month, 'result', bank.result(operating_inflow_eur, operating_outflow_eur), count(*)
  from own_months group by month
  union all
  select month, 'headcount', bank.headcount(employee_count), count_if(employee_count > 0)
  from own_months group by month
)
order by indicator, month
