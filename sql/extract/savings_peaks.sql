-- How much has each customer had on savings accounts, at most, in each month?
-- Grain: one row per customer and month in which a savings account was opened or moved; what was opened before the first day of the
-- calendar counts in its first month.
-- Columns: user_id, month (first day), peak_eur (the highest balance of all savings accounts together after a movement).
with movements as (
  select
    accounts.user_id as user_id,
    coalesce(calendar.month, (select min(month) from calendar)) as month,
    accounts.opened_on as moved_on,
    0 as transaction_id,
    accounts.opening_balance_eur as amount_eur
  from accounts
  left join calendar on calendar.day = accounts.opened_on
  where accounts.kind = 'savings' and accounts.opened_on <= '2099-12-31'
  union all
  select
    accounts.user_id as user_id,
    calendar.month as month,
    transactions.booked_on as moved_on,
    transactions.transaction_id as transaction_id,
    transactions.amount_eur as amount_eur
  from transactions
  join accounts on accounts.account_id = transactions.account_id
  join calendar on calendar.day = transactions.booked_on
  where accounts.kind = 'savings' and transactions.booked_on <= '2099-12-31'
), balances as (
  select
    user_id,
    month,
    sum(amount_eur) over (
      partition by user_id
      order by moved_on, transaction_id
      rows between unbounded preceding and current row
    ) as balance_eur
  from movements
)
select user_id, month, max(balance_eur) as peak_eur
from balances
group by user_id, month
order by user_id, month
