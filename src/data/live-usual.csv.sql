-- How much has usually moved by each hour of a day?
-- Grain: one row per kind of day and hour, 48 rows.
-- Size: bounded: 48 rows.
-- Columns: is_business_day (of TARGET), hour (0 to 23, UTC), day_count (days of this kind), payment_count and moved_eur (the mean over
-- these days, from midnight up to the end of the hour).
-- Of the 91 days before the last with postings, which is the day that the page holds against them. A payment inside the
-- bank counts once, where it is paid; transfers between accounts of one owner count too.
with last_days as (
  select max(day) as day from bank.day_hours
), days as (
  select calendar.day as day, calendar.is_business_day as is_business_day
  from bank.calendar
  where calendar.day < (select day from last_days)
    and calendar.day >= (select day from last_days) - interval 91 day
), kinds as (
  select kind.is_business_day as is_business_day, count(days.day) as day_count
  from (select unnest([true, false]) as is_business_day) kind
  left join days on days.is_business_day = kind.is_business_day
  group by kind.is_business_day
), sums as (
  select
    days.is_business_day as is_business_day,
    day_hours.hour as hour,
    sum(day_hours.payment_count) as payment_count,
    sum(day_hours.moved_eur) as moved_eur
  from bank.day_hours
  join days on days.day = day_hours.day
  group by days.is_business_day, day_hours.hour
), hours as (
  select kinds.*, unnest(range(24)) as hour from kinds
)
select
  hours.is_business_day as is_business_day,
  cast(hours.hour as integer) as hour,
  cast(hours.day_count as integer) as day_count,
  round(coalesce(sum(sums.payment_count) over by_hour, 0) / greatest(hours.day_count, 1), 2) as payment_count,
  cast(coalesce(sum(sums.moved_eur) over by_hour, 0) / greatest(hours.day_count, 1) as decimal(18, 2)) as moved_eur
from hours
left join sums on sums.is_business_day = hours.is_business_day and sums.hour = hours.hour
window by_hour as (partition by hours.is_business_day order by hours.hour)
order by is_business_day, hour
