-- Grain and columns: sql/derived/company_months.sql.
select
  user_id,
  month,
  leg_count,
  employee_count,
  inflow_eur,
  outflow_eur,
  net_eur,
  operating_inflow_eur,
  operating_outflow_eur,
  revenue_eur,
  operating_eur,
  payroll_eur,
  tax_eur,
  financing_eur,
  fee_eur,
  interest_eur,
  closing_balance_eur
from bank.company_months
order by user_id, month
