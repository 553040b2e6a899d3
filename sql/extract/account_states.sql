-- Since when is each account unused, and since when overdrawn?
-- Grain: one row per account with legs.
-- Columns: account_id, moved_on (day of the last leg that is no interest and no fee; null without one), below_since (the first
-- day of the present time below zero; null where the balance is not below zero).
-- Only of accounts that are below zero now is each balance worked out: they are few.
with overdrawn as (
  select
    transactions.account_id as account_id,
    max(accounts.opening_balance_eur) as opening_balance_eur
  from transactions
  join accounts on accounts.account_id = transactions.account_id
  where transactions.booked_on <= '2099-12-31'
  group by transactions.account_id
  having max(accounts.opening_balance_eur) + sum(transactions.amount_eur) < 0
), balances as (
  select
    transactions.account_id as account_id,
    transactions.transaction_id as transaction_id,
    transactions.booked_on as booked_on,
    overdrawn.opening_balance_eur + sum(transactions.amount_eur) over (
      partition by transactions.account_id
      order by transactions.transaction_id
      rows between unbounded preceding and current row
    ) as balance_eur
  from transactions
  join overdrawn on overdrawn.account_id = transactions.account_id
  where transactions.booked_on <= '2099-12-31'
), marks as (
  select
    account_id,
    transaction_id,
    booked_on,
    max(case when balance_eur >= 0 then transaction_id else 0 end) over (partition by account_id) as above_id
  from balances
), times_below as (
  select account_id, min(booked_on) as below_since
  from marks
  where transaction_id > above_id
  group by account_id
), movements as (
  select account_id, max(case when category not in ('interest', 'fee') then booked_on end) as moved_on
  from transactions
  where booked_on <= '2099-12-31'
  group by account_id
)
select
  movements.account_id as account_id,
  movements.moved_on as moved_on,
  times_below.below_since as below_since
from movements
left join times_below on times_below.account_id = movements.account_id
order by movements.account_id
