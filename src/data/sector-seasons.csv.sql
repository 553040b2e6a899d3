-- When does each industry earn, measured by its own mean?
-- Grain: one row per complete month and industry that has a company here.
-- Size: bounded by months and industries.
-- Columns: month (first day), industry, revenue_eur (card sales and paid invoices), mean_revenue_eur (per month over
-- the last twelve complete months, or as many as there are), month_count (how many those are), mean_share (revenue as
-- a share of that mean: 1 is the industry's mean month; null where it has no revenue).
-- The mean is taken over twelve months, so that no month of the year weighs twice in it.
with complete_months as (
  select month, row_number() over (order by month desc) as months_back
  from bank.months
  where is_complete
), revenue as (
  select
    complete_months.month as month,
    complete_months.months_back as months_back,
    companies.industry as industry,
    sum(company_months.revenue_eur) as revenue_eur
  from bank.company_months
  join bank.companies on companies.user_id = company_months.user_id
  join complete_months on complete_months.month = company_months.month
  group by complete_months.month, complete_months.months_back, companies.industry
), means as (
  select industry, avg(revenue_eur) as mean_revenue_eur, count(*) as month_count
  from revenue
  where months_back <= 12
  group by industry
)
select
  revenue.month as month,
  revenue.industry as industry,
  cast(revenue.revenue_eur as decimal(18, 2)) as revenue_eur,
  cast(means.mean_revenue_eur as decimal(18, 2)) as mean_revenue_eur,
  cast(means.month_count as integer) as month_count,
  cast(revenue.revenue_eur / nullif(means.mean_revenue_eur, 0) as double) as mean_share
from revenue
join means on means.industry = revenue.industry
order by revenue.month, revenue.industry
