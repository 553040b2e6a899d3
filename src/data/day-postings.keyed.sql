-- What was posted on a day?
-- Grain: one row per posting of the last 31 days of the data, the newest first, in pages of 300: the key is the day and the number
-- of the page (`2026-10-31 0`).
-- Columns: key, transaction_id, booked_at (UTC), account_id, user_id, name and owner_kind of the account's owner, party_id and
-- party_name (whom the money came from or went to: another owner, or an outside party), category, channel, amount_eur
-- (signed: positive is money in), page_count (pages of the day).
with last_days as (
  select max(day) as day from bank.calendar
), postings as (
  select
    transactions.*,
    row_number() over (partition by booked_on order by transaction_id desc) - 1 as place,
    count(*) over (partition by booked_on) as day_count
  from bank.transactions
  where booked_on > (select day from last_days) - interval 31 day
)
select
  strftime(postings.booked_on, '%Y-%m-%d') || ' ' || cast(postings.place // 300 as integer) as key,
  postings.transaction_id as transaction_id,
  postings.booked_at as booked_at,
  postings.account_id as account_id,
  users.user_id as user_id,
  users.name as name,
  users.kind as owner_kind,
  coalesce(counter_users.user_id, counterparties.counterparty_id) as party_id,
  coalesce(counter_users.name, counterparties.name) as party_name,
  postings.category as category,
  postings.channel as channel,
  postings.amount_eur as amount_eur,
  cast((postings.day_count + 299) // 300 as integer) as page_count
from postings
join bank.accounts on accounts.account_id = postings.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.counterparties on counterparties.counterparty_id = postings.counterparty_id
left join bank.accounts counter_accounts on counter_accounts.account_id = postings.counter_account_id
left join bank.users counter_users on counter_users.user_id = counter_accounts.user_id
order by key, postings.transaction_id desc
