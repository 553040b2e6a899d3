-- Which sectors bring money into the bank, and which take more out than they bring?
-- Grain: one row per month and industry that has a company here; a month without bookings is present with 0.
-- Size: bounded by months and industries.
-- Columns: month (first day), industry, company_count (companies with an open account), inflow_eur and
-- outflow_eur (both positive), net_eur (inflow less outflow), is_complete (the data hold each day of the month).
-- Transfers between a company's own accounts are left out: they are not business. A payment from one company of
-- this bank to another counts twice, as outflow of the one industry and as inflow of the other.
with flows as (
  select
    company_months.month as month,
    companies.industry as industry,
    count(*) as company_count,
    sum(company_months.inflow_eur) as inflow_eur,
    sum(company_months.outflow_eur) as outflow_eur,
    sum(company_months.net_eur) as net_eur
  from bank.company_months
  join bank.companies on companies.user_id = company_months.user_id
  group by company_months.month, companies.industry
), industries as (
  select distinct industry from bank.companies
)
select
  months.month as month,
  industries.industry as industry,
  cast(coalesce(flows.company_count, 0) as integer) as company_count,
  cast(coalesce(flows.inflow_eur, 0) as decimal(18, 2)) as inflow_eur,
  cast(coalesce(flows.outflow_eur, 0) as decimal(18, 2)) as outflow_eur,
  cast(coalesce(flows.net_eur, 0) as decimal(18, 2)) as net_eur,
  months.is_complete as is_complete
from bank.months
cross join industries
left join flows on flows.month = months.month and flows.industry = industries.industry
order by months.month, industries.industry
