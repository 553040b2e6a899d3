-- What did the last 31 days of the data bring, and between whom?
-- Grain: one row per posting of these days.
-- Columns: transaction_id, booked_on (day), booked_at (UTC), account_id, user_id, name and owner_kind of the account's owner,
-- party_id and party_name (whom the money came from or went to: another owner, or an outside party; the account's own owner
-- for own transfers), category, channel, amount_eur (signed: positive is money in).
select
  recent_legs.transaction_id as transaction_id,
  recent_legs.booked_on as booked_on,
  recent_legs.booked_at as booked_at,
  recent_legs.account_id as account_id,
  users.user_id as user_id,
  users.name as name,
  users.kind as owner_kind,
  coalesce(counter_users.user_id, counterparties.counterparty_id) as party_id,
  coalesce(counter_users.name, counterparties.name) as party_name,
  recent_legs.category as category,
  recent_legs.channel as channel,
  recent_legs.amount_eur as amount_eur
from bank.recent_legs
join bank.accounts on accounts.account_id = recent_legs.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.counterparties on counterparties.counterparty_id = recent_legs.counterparty_id
left join bank.accounts counter_accounts on counter_accounts.account_id = recent_legs.counter_account_id
left join bank.users counter_users on counter_users.user_id = counter_accounts.user_id
order by recent_legs.transaction_id
