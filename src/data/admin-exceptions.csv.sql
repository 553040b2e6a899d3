-- Which accounts are overdrawn, and which have gone quiet?
-- Grain: one row per account that is open on the last day of the data and below zero, or without a posting of its owner for 180
-- days: the 50 farthest below zero, and the 130 that hold most.
-- Size: bounded: 180 accounts at most.
-- Columns: state (overdrawn, dormant), account_id, account_kind, user_id, name and owner_kind of the owner, balance_eur (at the
-- end of the last day), overdraft_limit_eur, since (the first day of the present time below zero; for dormant accounts the
-- day of the last posting, or of opening), day_count (days from then to the last day); and of all accounts of the state, the
-- same in each row: account_count, all_balance_eur, beyond_count (below their overdraft limits).
-- Interest and fees do not count as a posting of the owner.
with last_days as (
  select max(day) as day from bank.calendar
), sums as (
  select
    account_id,
    max(booked_on) filter (where category not in ('interest', 'fee')) as moved_on,
    sum(amount_eur) as moved_eur
  from bank.transactions
  group by account_id
), states as (
  select
    sums.account_id as account_id,
    sums.moved_on as moved_on,
    accounts.opening_balance_eur + sums.moved_eur as balance_eur
  from sums
  join bank.accounts on accounts.account_id = sums.account_id
), balances as (
  -- of the few accounts that are below zero now: their way there
  select
    transactions.account_id as account_id,
    transactions.booked_on as day,
    transactions.transaction_id as transaction_id,
    accounts.opening_balance_eur + sum(transactions.amount_eur) over (
      partition by transactions.account_id order by transactions.transaction_id
    ) as balance_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  where transactions.account_id in (select account_id from states where balance_eur < 0)
), lasts as (
  select account_id, max(transaction_id) filter (where balance_eur >= 0) as above_id
  from balances
  group by account_id
), below as (
  select balances.account_id as account_id, min(balances.day) as since
  from balances
  join lasts on lasts.account_id = balances.account_id
  where balances.transaction_id > coalesce(lasts.above_id, 0)
  group by balances.account_id
), told as (
  select
    accounts.*,
    coalesce(states.balance_eur, accounts.opening_balance_eur) as balance_eur,
    below.since as below_since,
    coalesce(states.moved_on, accounts.opened_on) as quiet_since
  from bank.accounts
  left join states on states.account_id = accounts.account_id
  left join below on below.account_id = accounts.account_id
  where accounts.closed_on is null or accounts.closed_on > (select day from last_days)
), exceptions as (
  select
    case when told.balance_eur < 0 then 'overdrawn' else 'dormant' end as state,
    told.account_id as account_id,
    told.kind as account_kind,
    users.user_id as user_id,
    users.name as name,
    users.kind as owner_kind,
    told.balance_eur as balance_eur,
    told.overdraft_limit_eur as overdraft_limit_eur,
    case when told.balance_eur < 0 then coalesce(told.below_since, told.opened_on) else told.quiet_since end as since
  from told
  join bank.users on users.user_id = told.user_id
  where told.balance_eur < 0
    or told.quiet_since < (select day from last_days) - interval 180 day
)
select
  state,
  account_id,
  account_kind,
  user_id,
  name,
  owner_kind,
  cast(balance_eur as decimal(18, 2)) as balance_eur,
  overdraft_limit_eur,
  since,
  cast(date_diff('day', since, (select day from last_days)) as integer) as day_count,
  cast(count(*) over (partition by state) as integer) as account_count,
  cast(sum(balance_eur) over (partition by state) as decimal(18, 2)) as all_balance_eur,
  cast(count_if(balance_eur < -overdraft_limit_eur) over (partition by state) as integer) as beyond_count
from exceptions
qualify row_number() over (partition by state order by abs(balance_eur) desc, account_id)
  <= case when state = 'overdrawn' then 50 else 130 end
order by state desc, balance_eur, account_id
