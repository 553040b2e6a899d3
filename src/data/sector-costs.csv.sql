-- What remains of each euro that an industry's customers pay?
-- Grain: one row per industry with revenue, over all complete months.
-- Columns: industry, company_count, revenue_eur, and as shares of that revenue (1 = all of it): operating_share (bank fees
-- less interest included), payroll_share, tax_share, margin_share (what remains; negative where more was spent than came
-- in).
-- Loans and capital are left out: they are not earned.
select
  companies.industry as industry,
  cast(count(distinct companies.user_id) as integer) as company_count,
  cast(sum(company_months.revenue_eur) as decimal(18, 2)) as revenue_eur,
  cast(sum(operating_eur + fee_eur - interest_eur) / sum(company_months.revenue_eur) as double) as operating_share,
  bank.payroll_share(payroll_eur, revenue_eur) as payroll_share,
  cast(sum(company_months.tax_eur) / sum(company_months.revenue_eur) as double) as tax_share,
  bank.margin(operating_inflow_eur, operating_outflow_eur, revenue_eur) as margin_share
from bank.company_months
join bank.companies on companies.user_id = company_months.user_id
join bank.months on months.month = company_months.month and months.is_complete
group by companies.industry
having sum(company_months.revenue_eur) > 0
order by companies.industry
