-- What did the last 31 days of the data bring, and between whom?
-- Grain: one row per posting of these days.
-- Columns: transaction_id, booked_on (day), booked_at (UTC), account_id, user_id, name and owner_kind of the account's owner,
-- party_id and party_name (whom the money came from or went to: another owner, or an outside party; the account's own owner
-- for own transfers), category, channel, amount_eur (signed: positive is money in).
with last_days as (
  select max(day) as day from bank.calendar
)
select
  transactions.transaction_id as transaction_id,
  transactions.booked_on as booked_on,
  transactions.booked_at as booked_at,
  transactions.account_id as account_id,
  users.user_id as user_id,
  users.name as name,
  users.kind as owner_kind,
  coalesce(counter_users.user_id, counterparties.counterparty_id) as party_id,
  coalesce(counter_users.name, counterparties.name) as party_name,
  transactions.category as category,
  transactions.channel as channel,
  transactions.amount_eur as amount_eur
from bank.transactions
join bank.accounts on accounts.account_id = transactions.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.counterparties on counterparties.counterparty_id = transactions.counterparty_id
left join bank.accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
left join bank.users counter_users on counter_users.user_id = counter_accounts.user_id
where transactions.booked_on > (select day from last_days) - interval 31 day
order by transactions.transaction_id
