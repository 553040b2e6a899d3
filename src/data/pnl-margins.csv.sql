-- How much of its revenue did each company keep?
-- Grain: one row per company, over the last twelve complete months (all, if fewer).
-- Size: by company; loaders read it, no page does.
-- Columns: user_id, name, industry, city, revenue_eur, result_eur (revenue less running costs, payroll, tax and bank
-- fees, plus interest; loans and capital left out), margin_share (result as a share of revenue; null without
-- revenue), month_count (months added up).
-- Twelve months, so that each season and four quarters of tax weigh in once.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), sums as (
  select
    user_id,
    sum(revenue_eur) as revenue_eur,
    bank.result(operating_inflow_eur, operating_outflow_eur) as result_eur,
    bank.margin(operating_inflow_eur, operating_outflow_eur, revenue_eur) as margin_share,
    count(*) as month_count
  from bank.company_months
  where month in (select month from window_months)
  group by user_id
)
select
  sums.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  users.city as city,
  cast(sums.revenue_eur as decimal(18, 2)) as revenue_eur,
  cast(sums.result_eur as decimal(18, 2)) as result_eur,
  sums.margin_share as margin_share,
  cast(sums.month_count as integer) as month_count
from sums
join bank.companies on companies.user_id = sums.user_id
join bank.users on users.user_id = sums.user_id
order by users.name, sums.user_id
