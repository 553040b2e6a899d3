-- Grain and columns: sql/derived/employment_months.sql. By month first: a column of equal months takes no room.
select
  company_id,
  user_id,
  month,
  pay_eur,
  pay_before_eur,
  is_joiner,
  is_leaver
from bank.employment_months
order by month, company_id, user_id
