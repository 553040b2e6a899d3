-- Which months does the bank know, and how long are they?
-- Grain: one row per month of the calendar.
-- Columns: month (first day), day_count and business_day_count (days of the calendar, so fewer than the
-- month has where the data begin or end within it), is_complete (the calendar holds each of its days).
select
  calendar.month as month,
  cast(count(*) as integer) as day_count,
  cast(count_if(calendar.is_business_day) as integer) as business_day_count,
  count(*) = day(last_day(calendar.month)) as is_complete
from bank.calendar
group by calendar.month
order by calendar.month
