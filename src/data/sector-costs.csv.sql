-- What remains of each euro that an industry's customers pay?
-- Grain: one row per industry with revenue, over all complete months.
-- Columns: industry, company_count, revenue_eur, and as shares of that revenue (1 = all of it): operating_share,
-- payroll_share, tax_share, kept_share (what remains before financing; negative where more was spent than came in).
-- Loans and capital are left out: they are not earned. So are bank fees and interest, and what remains ignores them.
select
  companies.industry as industry,
  cast(count(distinct companies.user_id) as integer) as company_count,
  cast(sum(company_months.revenue_eur) as decimal(18, 2)) as revenue_eur,
  cast(sum(company_months.operating_eur) / sum(company_months.revenue_eur) as double) as operating_share,
  cast(sum(company_months.payroll_eur) / sum(company_months.revenue_eur) as double) as payroll_share,
  cast(sum(company_months.tax_eur) / sum(company_months.revenue_eur) as double) as tax_share,
  cast(
    sum(revenue_eur - operating_eur - payroll_eur - tax_eur) / sum(company_months.revenue_eur) as double
  ) as kept_share
from bank.company_months
join bank.companies on companies.user_id = company_months.user_id
join bank.months on months.month = company_months.month and months.is_complete
group by companies.industry
having sum(company_months.revenue_eur) > 0
order by companies.industry
