-- Which companies are behind a cell of the heatmap: those of a sector and a month?
-- Grain: one row per key and company, the largest net flow either way first; of more than 16 in a sector, or 120 in all, these
-- many, and one row for the others together.
-- Size: by key, 16 companies of a sector or 120 of all each.
-- Columns: key (sector and month, `retail 2026-03`; `all` in place of either), user_id (null for the others), name (null for
-- the others), industry and city (the same), inflow_eur and outflow_eur (both positive, in the month or over all), net_eur,
-- closing_balance_eur (cash on all accounts at the end), company_count and gained_count (companies of the key, and those of
-- them with a net flow above 0; the same in each row of a key).
-- Transfers between a company's own accounts are left out: they are not business.
with spans as (
  select strftime(month, '%Y-%m') as span, user_id, inflow_eur, outflow_eur, closing_balance_eur
  from bank.company_months
  union all
  select 'all', user_id, sum(inflow_eur), sum(outflow_eur), arg_max(closing_balance_eur, month)
  from bank.company_months
  group by user_id
), flows as (
  select
    unnest([companies.industry, 'all']) as sector,
    spans.*,
    users.name as name,
    companies.industry as industry,
    users.city as city,
    spans.inflow_eur - spans.outflow_eur as net_eur
  from spans
  join bank.companies on companies.user_id = spans.user_id
  join bank.users on users.user_id = spans.user_id
), placed as (
  select
    *,
    row_number() over (partition by sector, span order by abs(net_eur) desc, user_id)
      <= case when sector = 'all' then 120 else 16 end as is_named,
    count(*) over (partition by sector, span) as company_count,
    count_if(net_eur > 0) over (partition by sector, span) as gained_count
  from flows
)
select
  sector || ' ' || span as key,
  case when is_named then user_id end as user_id,
  any_value(name) filter (where is_named) as name,
  any_value(industry) filter (where is_named) as industry,
  any_value(city) filter (where is_named) as city,
  cast(sum(inflow_eur) as decimal(18, 2)) as inflow_eur,
  cast(sum(outflow_eur) as decimal(18, 2)) as outflow_eur,
  cast(sum(placed.net_eur) as decimal(18, 2)) as net_eur,
  cast(sum(closing_balance_eur) as decimal(18, 2)) as closing_balance_eur,
  cast(any_value(company_count) as integer) as company_count,
  cast(any_value(gained_count) as integer) as gained_count
from placed
group by sector, span, is_named, case when is_named then user_id end
order by key, is_named desc, abs(sum(placed.net_eur)) desc, 2
