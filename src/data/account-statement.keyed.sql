-- What has moved on an account?
-- Grain: one row per account; its postings stand in lists, so that a name is sent once.
-- Size: by key, an account each.
-- Legs: needed.
-- Columns: key and account_id, user_id, name (of the owner), owner_kind, kind, opened_on, closed_on, overdraft_limit_eur,
-- opening_balance_eur (before the first posting), own_accounts (all accounts of the owner); of each posting, in the order of posting, booked_at (UTC), amount_eur (signed:
-- positive is money in), category, channel and party: its place, from 0, in party_id and party_name, which hold whom the
-- money came from or went to (another owner, or an outside party; the account's own owner for own transfers).
-- The running balance is the opening balance with the amounts up to a posting, as the ledger has it.
with sides as (
  select distinct account_id, counterparty_id, counter_account_id from bank.transactions
), parties as (
  select
    sides.account_id as account_id,
    sides.counterparty_id as counterparty_id,
    sides.counter_account_id as counter_account_id,
    coalesce(users.user_id, counterparties.counterparty_id) as party_id,
    coalesce(users.name, counterparties.name) as party_name
  from sides
  left join bank.counterparties on counterparties.counterparty_id = sides.counterparty_id
  left join bank.accounts counter_accounts on counter_accounts.account_id = sides.counter_account_id
  left join bank.users on users.user_id = counter_accounts.user_id
), numbered as (
  select
    *,
    cast(dense_rank() over (partition by account_id order by party_id) - 1 as integer) as party
  from parties
), names as (
  select account_id, list(party_id order by party) as party_id, list(party_name order by party) as party_name
  from (select distinct account_id, party, party_id, party_name from numbered)
  group by account_id
), own as (
  select user_id, list(account_id order by account_id) as own_accounts from bank.accounts group by user_id
), postings as (
  -- one list of all that a posting has: to sort five lists takes thrice as long
  select
    transactions.account_id as account_id,
    list({
      booked_at: transactions.booked_at,
      amount_eur: transactions.amount_eur,
      category: transactions.category,
      channel: transactions.channel,
      party: numbered.party
    } order by transactions.transaction_id) as legs
  from bank.transactions
  join numbered on numbered.account_id = transactions.account_id
    and numbered.counterparty_id is not distinct from transactions.counterparty_id
    and numbered.counter_account_id is not distinct from transactions.counter_account_id
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
  coalesce([leg.booked_at for leg in postings.legs], []) as booked_at,
  coalesce([leg.amount_eur for leg in postings.legs], []) as amount_eur,
  coalesce([leg.category for leg in postings.legs], []) as category,
  coalesce([leg.channel for leg in postings.legs], []) as channel,
  coalesce([leg.party for leg in postings.legs], []) as party,
  coalesce(names.party_id, []) as party_id,
  coalesce(names.party_name, []) as party_name
from bank.accounts
join bank.users on users.user_id = accounts.user_id
join own on own.user_id = accounts.user_id
left join postings on postings.account_id = accounts.account_id
left join names on names.account_id = accounts.account_id
order by key
