-- Which companies burn money, and how long would theirs last?
-- Grain: one row per company with an open account in the last complete month.
-- Columns: user_id, name, industry, month_count (trailing months: the last twelve complete ones, or as many as there
-- are), gross_burn_eur and net_burn_eur (means per month; a negative net burn is money earned), runway_months (null
-- where nothing is burned, 0 where there is no cash), financing_eur (received less repaid, all months together),
-- closing_balance_eur (cash at the end of the last complete month).
-- Twelve months hold each season and each quarter's tax as often.
with last_months as (
  select month from bank.months where is_complete order by month desc limit 12
), burns as (
  select
    user_id,
    count(*) as month_count,
    bank.gross_burn(operating_outflow_eur) as gross_burn_eur,
    bank.net_burn(operating_inflow_eur, operating_outflow_eur) as net_burn_eur,
    bank.runway(month, closing_balance_eur, operating_inflow_eur, operating_outflow_eur) as runway_months,
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
  cast(burns.gross_burn_eur as decimal(18, 2)) as gross_burn_eur,
  cast(burns.net_burn_eur as decimal(18, 2)) as net_burn_eur,
  cast(burns.financing_eur as decimal(18, 2)) as financing_eur,
  cast(burns.closing_balance_eur as decimal(18, 2)) as closing_balance_eur,
  burns.runway_months as runway_months
from burns
join bank.users on users.user_id = burns.user_id
join bank.companies on companies.user_id = burns.user_id
where burns.last_month = (select max(month) from last_months)
order by burns.net_burn_eur desc, burns.user_id
