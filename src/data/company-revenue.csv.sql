-- How much does each company of a sector take in, and how much more than a year before?
-- Grain: one row per company with revenue in the last twelve complete months (all, if fewer).
-- Size: by company; loaders read it, no page does.
-- Columns: user_id, name, industry, revenue_eur (over these months), month_count (months added up), late_eur (over those of the
-- months that the data hold a year before, too), before_eur (over the same months a year before; null where there was no
-- account yet in each of them, so that nobody grows by joining), compared_count (months compared).
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), compared_months as (
  select month from window_months
  where month - interval 1 year in (select month from bank.months where is_complete)
)
select
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  cast(sum(company_months.revenue_eur) filter (where company_months.month in (select month from window_months)) as decimal(18, 2))
    as revenue_eur,
  cast((select count(*) from window_months) as integer) as month_count,
  cast(coalesce(sum(company_months.revenue_eur) filter (where company_months.month in (select month from compared_months)), 0)
    as decimal(18, 2)) as late_eur,
  case when
    count(*) filter (where company_months.month + interval 1 year in (select month from compared_months))
    = (select count(*) from compared_months)
  then cast(sum(company_months.revenue_eur) filter (
    where company_months.month + interval 1 year in (select month from compared_months)
  ) as decimal(18, 2)) end as before_eur,
  cast((select count(*) from compared_months) as integer) as compared_count
from bank.company_months
join bank.companies on companies.user_id = company_months.user_id
join bank.users on users.user_id = companies.user_id
group by companies.user_id, users.name, companies.industry
having revenue_eur > 0
order by companies.industry, revenue_eur desc, companies.user_id
