-- Which companies burn money, and how long would theirs last?
-- Grain: one row per company with an open account in the last complete month.
-- Columns: user_id, name, industry, month_count (months added up: the last twelve complete ones, or as many as
-- there are), inflow_eur and outflow_eur without financing (both positive), net_burn_eur (outflow less inflow;
-- negative where the company earned), financing_eur (received less repaid), closing_balance_eur (cash at the end of
-- the last complete month), runway_months (that cash at the burn of the months added up; null where nothing is
-- burned, 0 where there is no cash).
-- Twelve months hold each season and each quarter's tax as often. Financing is left out: a loan does not end a burn.
with last_months as (
  select month from bank.months where is_complete order by month desc limit 12
), burns as (
  select
    user_id,
    count(*) as month_count,
    sum(inflow_eur - greatest(financing_eur, 0)) as inflow_eur,
    sum(outflow_eur - greatest(-financing_eur, 0)) as outflow_eur,
    sum(financing_eur - net_eur) as net_burn_eur,
    sum(financing_eur) as financing_eur,
    max(month) as last_month,
    arg_max(closing_balance_eur, month) as closing_balance_eur
  from bank.company_months
  where month in (select month from last_months)
  group by user_id
)
select
  burns.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  cast(burns.month_count as integer) as month_count,
  cast(burns.inflow_eur as decimal(18, 2)) as inflow_eur,
  cast(burns.outflow_eur as decimal(18, 2)) as outflow_eur,
  cast(burns.net_burn_eur as decimal(18, 2)) as net_burn_eur,
  cast(burns.financing_eur as decimal(18, 2)) as financing_eur,
  cast(burns.closing_balance_eur as decimal(18, 2)) as closing_balance_eur,
  cast(
    case
      when burns.net_burn_eur > 0
        then greatest(burns.closing_balance_eur, 0) * burns.month_count / burns.net_burn_eur
    end as double
  ) as runway_months
from burns
join bank.users on users.user_id = burns.user_id
join bank.companies on companies.user_id = burns.user_id
where burns.last_month = (select max(month) from last_months)
order by burns.net_burn_eur desc, burns.user_id
