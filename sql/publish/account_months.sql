-- Grain and columns: sql/derived/account_months.sql. By month first: a column of equal months takes no room.
select
  account_id,
  month,
  is_open,
  leg_count,
  net_eur,
  closing_balance_eur
from bank.account_months
order by month, account_id
