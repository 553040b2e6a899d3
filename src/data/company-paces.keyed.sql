-- At which pace has a company spent, what does it hold now, and how long does that last?
-- Grain: one row per company with an open account in the last complete month.
-- Size: by key, a company each.
-- Columns: key and user_id, name, industry, last_month (first day; the last complete one), closing_balance_eur (cash on all
-- accounts at its end), and in one list each, a value for the last three, six and twelve complete months (all, if
-- fewer): month_count (months here), gross_burn_eur, net_burn_eur (a month), runway_months (null without a burn).
-- What burn and runway are is said in src/lib/measures/measures.ts; they are worked out here and nowhere else, but for the floor
-- that a reader sets.
with complete_months as (
  select month, row_number() over (order by month desc) as age
  from bank.months
  where is_complete
), paces_asked as (
  select unnest([3, 6, 12]) as trailing_months
), paces as (
  select
    company_months.user_id as user_id,
    paces_asked.trailing_months as trailing_months,
    max(company_months.month) as last_month,
    cast(count(*) as integer) as month_count,
    arg_max(company_months.closing_balance_eur, company_months.month) as closing_balance_eur,
    bank.gross_burn(company_months.operating_outflow_eur) as gross_burn_eur,
    bank.net_burn(company_months.operating_inflow_eur, company_months.operating_outflow_eur) as net_burn_eur,
    bank.runway(company_months.month, company_months.closing_balance_eur, company_months.operating_inflow_eur, company_months.operating_outflow_eur) as runway_months
  from bank.company_months
  join complete_months on complete_months.month = company_months.month
  join paces_asked on complete_months.age <= paces_asked.trailing_months
  group by company_months.user_id, paces_asked.trailing_months
)
select
  companies.user_id as key,
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  max(paces.last_month) as last_month,
  any_value(paces.closing_balance_eur) as closing_balance_eur,
  list(paces.month_count order by paces.trailing_months) as month_count,
  list(cast(paces.gross_burn_eur as decimal(18, 2)) order by paces.trailing_months) as gross_burn_eur,
  list(cast(paces.net_burn_eur as decimal(18, 2)) order by paces.trailing_months) as net_burn_eur,
  list(round(paces.runway_months, 4) order by paces.trailing_months) as runway_months
from paces
join bank.companies on companies.user_id = paces.user_id
join bank.users on users.user_id = paces.user_id
group by companies.user_id, users.name, companies.industry
having max(paces.last_month) = (select max(month) from complete_months)
order by key
