-- Rule 5a: nothing is posted before an account opens or after it closes.
-- Grain: one row per leg that breaks the rule.
-- Columns: transaction_id, account_id, booked_at, booked_on, opened_on, closed_on.
-- An account is open on both its first and its last day.
-- In full: nothing is booked before its account opens or after it closes, and the day of a booking is the day of its instant.
select
  transactions.transaction_id as transaction_id,
  transactions.account_id as account_id,
  transactions.booked_at as booked_at,
  transactions.booked_on as booked_on,
  accounts.opened_on as opened_on,
  accounts.closed_on as closed_on
from transactions
join accounts on accounts.account_id = transactions.account_id
where transactions.booked_on < accounts.opened_on
  or transactions.booked_on > accounts.closed_on
  or transactions.booked_on <> cast(transactions.booked_at as date)
order by transactions.transaction_id
