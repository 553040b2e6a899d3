-- Since when is each account unused, and since when overdrawn?
-- Grain: one row per account with legs.
-- Columns: account_id, moved_on (day of the last leg that is no interest and no fee; null without one), below_since (the first
-- day of the present time below zero; null where the balance is not below zero).
with balances as (
  select
    transactions.account_id as account_id,
    transactions.transaction_id as transaction_id,
    transactions.booked_on as booked_on,
    transactions.category as category,
    accounts.opening_balance_eur + sum(transactions.amount_eur) over (
      partition by transactions.account_id
      order by transactions.transaction_id
      rows between unbounded preceding and current row
    ) as balance_eur
  from transactions
  join accounts on accounts.account_id = transactions.account_id
  where transactions.booked_on <= '2099-12-31'
), marks as (
  select
    account_id,
    max(case when category not in ('interest', 'fee') then booked_on end) as moved_on,
    max(case when balance_eur >= 0 then transaction_id else 0 end) as above_id
  from balances
  group by account_id
)
select
  balances.account_id as account_id,
  marks.moved_on as moved_on,
  min(case when balances.transaction_id > marks.above_id then balances.booked_on end) as below_since
from balances
join marks on marks.account_id = balances.account_id
group by balances.account_id, marks.moved_on
order by balances.account_id
