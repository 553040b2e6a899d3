-- What had the last day come to when an hour began?
-- Grain: one row per hour and part of the day's payments up to it: all, each channel, category and city with payments, and the end of
-- each hour before. The key is the hour, 0 to 23.
-- Size: by key, an hour each.
-- Columns: key, day (the last with postings), kind (all, channel, category, city or hour), name (of the part; the hour for `hour`),
-- posting_count, payment_count and moved_eur (a payment inside the bank counts once, where it is paid; transfers between
-- accounts of one owner count too).
with last_days as (
  select max(booked_on) as day from bank.recent_legs
), hours as (
  select day, unnest(range(24)) as hour from last_days where day is not null
), postings as (
  select
    hour(recent_legs.booked_at) as hour,
    recent_legs.channel as channel,
    recent_legs.category as category,
    users.city as city,
    recent_legs.counter_account_id is null or recent_legs.amount_eur < 0 as is_payment,
    abs(recent_legs.amount_eur) as amount_eur
  from bank.recent_legs
  join bank.accounts on accounts.account_id = recent_legs.account_id
  join bank.users on users.user_id = accounts.user_id
  where recent_legs.booked_on = (select day from last_days)
), parts as (
  select *, unnest([
    {kind: 'channel', name: channel},
    {kind: 'category', name: category},
    {kind: 'city', name: city}
  ], recursive := true)
  from (select hour, channel, category, city, is_payment, amount_eur from postings)
), sums as (
  select hours.hour as hour, kind, name, is_payment, amount_eur
  from hours
  join parts on parts.hour < hours.hour
  union all
  select hours.hour, 'all', '', is_payment, amount_eur
  from hours
  left join postings on postings.hour < hours.hour
  union all
  select hours.hour, 'hour', cast(ends.hour as varchar), is_payment, amount_eur
  from hours
  join hours ends on ends.hour < hours.hour
  left join postings on postings.hour <= ends.hour
)
select
  cast(sums.hour as varchar) as key,
  (select day from last_days) as day,
  sums.kind as kind,
  sums.name as name,
  cast(count(sums.amount_eur) as integer) as posting_count,
  cast(count(*) filter (where is_payment) as integer) as payment_count,
  cast(coalesce(sum(amount_eur) filter (where is_payment), 0) as decimal(18, 2)) as moved_eur
from sums
group by sums.hour, sums.kind, sums.name
order by key, kind, name
