-- What was posted on a day?
-- Grain: one row per posting of the last 31 days of the data, the newest first, in pages of 300: the key is the day and the number
-- of the page (`2026-10-31 0`).
-- Size: by key, 300 postings of a day each.
-- Columns: key, page_count (pages of the day), and those of sql/derived/last_postings.sql but for the day: transaction_id,
-- booked_at (UTC), account_id, user_id, name, owner_kind, party_id, party_name, category, channel, amount_eur (signed).
with placed as (
  select
    *,
    row_number() over (partition by booked_on order by transaction_id desc) - 1 as place,
    count(*) over (partition by booked_on) as day_count
  from bank.last_postings
)
select
  strftime(booked_on, '%Y-%m-%d') || ' ' || cast(place // 300 as integer) as key,
  transaction_id,
  booked_at,
  account_id,
  user_id,
  name,
  owner_kind,
  party_id,
  party_name,
  category,
  channel,
  amount_eur,
  cast((day_count + 299) // 300 as integer) as page_count
from placed
order by key, transaction_id desc
