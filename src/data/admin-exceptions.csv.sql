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
), last_balances as (
  select account_id, arg_max(closing_balance_eur, month) as balance_eur from bank.account_months group by account_id
), told as (
  select
    accounts.*,
    coalesce(last_balances.balance_eur, accounts.opening_balance_eur) as balance_eur,
    account_states.below_since as below_since,
    coalesce(account_states.moved_on, accounts.opened_on) as quiet_since
  from bank.accounts
  left join last_balances on last_balances.account_id = accounts.account_id
  left join bank.account_states on account_states.account_id = accounts.account_id
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
