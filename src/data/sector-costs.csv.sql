-- What remains of each euro that an industry's customers pay?
-- Grain: one row per industry with revenue, over the last twelve complete months (all, if fewer).
-- Size: bounded by industries.
-- Columns: industry, company_count, revenue_eur, and as shares of that revenue (1 = all of it): operating_share (bank fees
-- less interest included), payroll_share, tax_share, margin_share (what remains; negative where more was spent than came
-- in); month_count (months added up).
-- Twelve months, as on the pages on payroll and on profit and loss, so that a share has one value. Loans and capital are left out: they are not earned.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
)
select
  companies.industry as industry,
  cast(count(distinct companies.user_id) as integer) as company_count,
  cast(sum(company_months.revenue_eur) as decimal(18, 2)) as revenue_eur,
  cast(sum(operating_eur + fee_eur - interest_eur) / sum(company_months.revenue_eur) as double) as operating_share,
  bank.payroll_share(payroll_eur, revenue_eur) as payroll_share,
  cast(sum(company_months.tax_eur) / sum(company_months.revenue_eur) as double) as tax_share,
  bank.margin(operating_inflow_eur, operating_outflow_eur, revenue_eur) as margin_share,
  cast((select count(*) from window_months) as integer) as month_count
from bank.company_months
join bank.companies on companies.user_id = company_months.user_id
where company_months.month in (select month from window_months)
group by companies.industry
having sum(company_months.revenue_eur) > 0
order by companies.industry
