-- Rule 3: no account ever falls below its overdraft limit, and savings and brokerage accounts never below zero.
-- Grain: one row per account that breaks the rule.
-- Columns: account_id, kind, floor_eur, lowest_balance_eur, bad_legs, first_bad_at (null where the opening
-- balance itself is too low).
-- Legs of one instant count in the order of posting.
-- In full: opening balance plus all legs never falls below the overdraft limit on checking, nor below zero on savings and brokerage, at any moment.
with floors as (
  select
    account_id,
    kind,
    opening_balance_eur,
    case when kind = 'checking' then -overdraft_limit_eur else 0 end as floor_eur
  from accounts
),
balances as (
  select
    account_id,
    booked_at,
    sum(amount_eur) over (
      partition by account_id
      order by booked_at, transaction_id
      rows between unbounded preceding and current row
    ) as moved_eur
  from transactions
),
moments as (
  select
    floors.account_id as account_id,
    floors.kind as kind,
    floors.floor_eur as floor_eur,
    floors.opening_balance_eur + balances.moved_eur as balance_eur,
    balances.booked_at as booked_at
  from balances
  join floors on floors.account_id = balances.account_id
  where floors.opening_balance_eur + balances.moved_eur < floors.floor_eur
  union all
  select account_id, kind, floor_eur, opening_balance_eur as balance_eur, null as booked_at
  from floors
  where opening_balance_eur < floor_eur
)
select
  account_id,
  kind,
  floor_eur,
  min(balance_eur) as lowest_balance_eur,
  count(booked_at) as bad_legs,
  min(booked_at) as first_bad_at
from moments
group by account_id, kind, floor_eur
order by account_id
