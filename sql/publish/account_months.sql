-- Grain and columns: sql/derived/account_months.sql.
select
  account_id,
  month,
  leg_count,
  net_eur,
  closing_balance_eur
from bank.account_months
order by account_id, month
