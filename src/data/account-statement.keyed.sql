-- What has moved on an account?
-- Grain: one row per account; its postings stand in lists, so that a name is sent once.
-- Columns: key and account_id, user_id, name (of the owner), owner_kind, kind, opened_on, closed_on, overdraft_limit_eur,
-- opening_balance_eur (before the first posting), own_accounts (all accounts of the owner); of each posting, in the order of posting, booked_at (UTC), amount_eur (signed:
-- positive is money in), category, channel and party: its place, from 0, in party_id and party_name, which hold whom the
-- money came from or went to (another owner, or an outside party; the account's own owner for own transfers).
-- The running balance is the opening balance with the amounts up to a posting, as the ledger has it.
with parties as (
  select
    transactions.transaction_id as transaction_id,
    transactions.account_id as account_id,
    coalesce(users.user_id, counterparties.counterparty_id) as party_id,
    coalesce(users.name, counterparties.name) as party_name
  from bank.transactions
  left join bank.counterparties on counterparties.counterparty_id = transactions.counterparty_id
  left join bank.accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
  left join bank.users on users.user_id = counter_accounts.user_id
), numbered as (
  select
    *,
    dense_rank() over (partition by account_id order by party_id) - 1 as party
  from parties
), names as (
  select account_id, list(party_id order by party) as party_id, list(party_name order by party) as party_name
  from (select distinct account_id, party, party_id, party_name from numbered)
  group by account_id
), own as (
  select user_id, list(account_id order by account_id) as own_accounts from bank.accounts group by user_id
), postings as (
  select
    transactions.account_id as account_id,
    list(transactions.booked_at order by transactions.transaction_id) as booked_at,
    list(transactions.amount_eur order by transactions.transaction_id) as amount_eur,
    list(transactions.category order by transactions.transaction_id) as category,
    list(transactions.channel order by transactions.transaction_id) as channel,
    list(cast(numbered.party as integer) order by transactions.transaction_id) as party
  from bank.transactions
  join numbered on numbered.transaction_id = transactions.transaction_id
  group by transactions.account_id
)
select
  accounts.account_id as key,
  accounts.account_id as account_id,
  accounts.user_id as user_id,
  users.name as name,
  users.kind as owner_kind,
  accounts.kind as kind,
  accounts.opened_on as opened_on,
  accounts.closed_on as closed_on,
  accounts.overdraft_limit_eur as overdraft_limit_eur,
  accounts.opening_balance_eur as opening_balance_eur,
  own.own_accounts as own_accounts,
  coalesce(postings.booked_at, []) as booked_at,
  coalesce(postings.amount_eur, []) as amount_eur,
  coalesce(postings.category, []) as category,
  coalesce(postings.channel, []) as channel,
  coalesce(postings.party, []) as party,
  coalesce(names.party_id, []) as party_id,
  coalesce(names.party_name, []) as party_name
from bank.accounts
join bank.users on users.user_id = accounts.user_id
join own on own.user_id = accounts.user_id
left join postings on postings.account_id = accounts.account_id
left join names on names.account_id = accounts.account_id
order by key
