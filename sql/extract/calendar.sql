-- Grain: one row per day. Columns and units: src/lib/bank/schema.ts.
select
  day,
  month,
  quarter,
  weekday,
  is_business_day
from calendar
where day <= '2099-12-31'
order by day
