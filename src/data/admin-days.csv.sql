-- How much was posted each day?
-- Grain: one row per day of the last 70 days of the data; days without postings are present with 0.
-- Size: bounded by days.
-- Columns: day, posting_count (legs on accounts here), motion_eur (payments of customers to and from others, each counted once;
-- transfers between accounts of one owner are left out).
with last_days as (
  select max(day) as day from bank.calendar
), sums as (
  select
    day,
    sum(leg_count) as posting_count,
    coalesce(
      sum(case when is_inside then outflow_eur else inflow_eur + outflow_eur end) filter (where not is_own_transfer), 0
    ) as motion_eur
  from bank.daily_flows
  group by day
)
select
  calendar.day as day,
  cast(coalesce(sums.posting_count, 0) as integer) as posting_count,
  cast(coalesce(sums.motion_eur, 0) as decimal(18, 2)) as motion_eur
from bank.calendar
left join sums on sums.day = calendar.day
where calendar.day > (select day from last_days) - interval 70 day
order by calendar.day
