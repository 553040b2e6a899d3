-- What was posted on the last day, hour by hour?
-- Grain: one row per posting of the last day with postings, in their order, in pages of 60: the key is the hour and the number of
-- the page (`12 0`).
-- Size: by key, 60 postings of an hour each.
-- Columns: key, id, at (seconds since 1970, UTC), account, owner (its number), name and city (of the owner), amount_eur (signed for
-- the account), channel, category, is_inside (the other side is an account of this bank), party (who is on the other side),
-- page_count (pages of the hour).
with last_days as (
  select max(booked_on) as day from bank.recent_legs
), postings as (
  select
    recent_legs.*,
    hour(booked_at) as hour,
    row_number() over (partition by hour(booked_at) order by transaction_id) - 1 as place,
    count(*) over (partition by hour(booked_at)) as hour_count
  from bank.recent_legs
  where booked_on = (select day from last_days)
)
select
  cast(postings.hour as varchar) || ' ' || cast(postings.place // 60 as varchar) as key,
  postings.transaction_id as id,
  cast(epoch(postings.booked_at) as integer) as at,
  postings.account_id as account,
  users.user_id as owner,
  users.name as name,
  users.city as city,
  postings.amount_eur as amount_eur,
  postings.channel as channel,
  postings.category as category,
  postings.counter_account_id is not null as is_inside,
  coalesce(counter_users.name, counterparties.name) as party,
  cast((postings.hour_count + 59) // 60 as integer) as page_count
from postings
join bank.accounts on accounts.account_id = postings.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.counterparties on counterparties.counterparty_id = postings.counterparty_id
left join bank.accounts counter_accounts on counter_accounts.account_id = postings.counter_account_id
left join bank.users counter_users on counter_users.user_id = counter_accounts.user_id
order by key, id
