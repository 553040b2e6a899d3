-- Grain and columns: sql/derived/months.sql.
select
  month,
  day_count,
  business_day_count,
  is_complete
from bank.months
order by month
