-- Grain and columns: sql/derived/salary_months.sql. By month first: a column of equal months takes no room.
select
  user_id,
  month,
  payer_id,
  pay_eur,
  regular_eur
from bank.salary_months
order by month, user_id, payer_id
