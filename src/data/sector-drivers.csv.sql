-- What are the inflow and the outflow of each industry made of?
-- Grain: one row per industry and driver, over all complete months; a driver that an industry lacks is absent.
-- Columns: industry, driver (revenue: card sales and paid invoices; operating: vendors, premises, marketing,
-- equipment, utilities, insurance; payroll: wages and social contributions; tax: VAT and corporate tax;
-- financing: loans and capital, received and repaid; bank: fees and interest), inflow_eur and outflow_eur
-- (both positive), net_eur (inflow less outflow).
-- Transfers between a company's own accounts are left out: they are not business.
with legs as (
  select
    daily_flows.industry as industry,
    case categories.category_group
      when 'fixed' then 'operating'
      when 'fee' then 'bank'
      else categories.category_group
    end as driver,
    daily_flows.inflow_eur as inflow_eur,
    daily_flows.outflow_eur as outflow_eur,
    daily_flows.net_eur as net_eur
  from bank.daily_flows
  join bank.categories on categories.category = daily_flows.category
  join bank.months on months.month = date_trunc('month', daily_flows.day) and months.is_complete
  where daily_flows.owner_kind = 'company' and not daily_flows.is_own_transfer
)
select
  industry,
  driver,
  cast(sum(inflow_eur) as decimal(18, 2)) as inflow_eur,
  cast(sum(outflow_eur) as decimal(18, 2)) as outflow_eur,
  cast(sum(net_eur) as decimal(18, 2)) as net_eur
from legs
group by industry, driver
order by industry, driver
