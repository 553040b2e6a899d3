-- What was the balance of one account after each posting?
-- Grain: one row per leg of the account in the last 45 days of the data.
-- Size: bounded: the legs of one account.
-- Legs: needed.
-- Columns: transaction_id, booked_at (instant, UTC), amount_eur, balance_eur (after the leg), of_day_eur (with a window ordered by
-- day, which is the wrong answer: all legs of a day have the balance at its end).
-- The account is the open checking account of a person with most legs: there, days have several.
with chosen as (
  select accounts.account_id as account_id, accounts.opening_balance_eur as opening_balance_eur
  from bank.accounts
  join bank.individuals on individuals.user_id = accounts.user_id
  join bank.transactions on transactions.account_id = accounts.account_id
  where accounts.kind = 'checking' and accounts.closed_on is null
  group by accounts.account_id, accounts.opening_balance_eur
  order by count(*) desc, accounts.account_id
  limit 1
), balances as (
  select
    transactions.transaction_id as transaction_id,
    transactions.booked_at as booked_at,
    transactions.booked_on as booked_on,
    transactions.amount_eur as amount_eur,
    chosen.opening_balance_eur + sum(transactions.amount_eur) over (
      order by transactions.transaction_id rows between unbounded preceding and current row
    ) as balance_eur,
    chosen.opening_balance_eur + sum(transactions.amount_eur) over (order by transactions.booked_on) as of_day_eur
  from bank.transactions
  join chosen on chosen.account_id = transactions.account_id
)
select
  transaction_id,
  booked_at,
  cast(amount_eur as double) as amount_eur,
  cast(balance_eur as double) as balance_eur,
  cast(of_day_eur as double) as of_day_eur
from balances
where booked_on > (select max(day) - to_days(45) from bank.calendar)
order by transaction_id
