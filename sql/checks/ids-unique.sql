-- Rule 5c: no id repeats.
-- Grain: one row per table and key that stands in it more than once.
-- Columns: table_name, repeated_id (parts of a compound key with a blank between), row_count.
-- One part a table of src/lib/schema.ts; a test compares. MariaDB's primary keys forbid the same.
with repeats as (
  select 'calendar' as table_name, concat(day, '') as repeated_id, count(*) as row_count
  from calendar
  group by day
  having count(*) > 1
  union all
  select 'cities' as table_name, city as repeated_id, count(*) as row_count
  from cities
  group by city
  having count(*) > 1
  union all
  select 'users' as table_name, user_id as repeated_id, count(*) as row_count
  from users
  group by user_id
  having count(*) > 1
  union all
  select 'companies' as table_name, user_id as repeated_id, count(*) as row_count
  from companies
  group by user_id
  having count(*) > 1
  union all
  select 'individuals' as table_name, user_id as repeated_id, count(*) as row_count
  from individuals
  group by user_id
  having count(*) > 1
  union all
  select 'accounts' as table_name, account_id as repeated_id, count(*) as row_count
  from accounts
  group by account_id
  having count(*) > 1
  union all
  select 'savings_goals' as table_name, concat(goal_id, '') as repeated_id, count(*) as row_count
  from savings_goals
  group by goal_id
  having count(*) > 1
  union all
  select 'counterparties' as table_name, counterparty_id as repeated_id, count(*) as row_count
  from counterparties
  group by counterparty_id
  having count(*) > 1
  union all
  select 'instruments' as table_name, symbol as repeated_id, count(*) as row_count
  from instruments
  group by symbol
  having count(*) > 1
  union all
  select 'prices' as table_name, concat(symbol, ' ', day) as repeated_id, count(*) as row_count
  from prices
  group by symbol, day
  having count(*) > 1
  union all
  select 'fx_rates' as table_name, concat(currency, ' ', day) as repeated_id, count(*) as row_count
  from fx_rates
  group by currency, day
  having count(*) > 1
  union all
  select 'splits' as table_name, concat(symbol, ' ', day) as repeated_id, count(*) as row_count
  from splits
  group by symbol, day
  having count(*) > 1
  union all
  select 'dividends' as table_name, concat(symbol, ' ', ex_on) as repeated_id, count(*) as row_count
  from dividends
  group by symbol, ex_on
  having count(*) > 1
  union all
  select 'transactions' as table_name, concat(transaction_id, '') as repeated_id, count(*) as row_count
  from transactions
  group by transaction_id
  having count(*) > 1
  union all
  select 'trades' as table_name, concat(trade_id, '') as repeated_id, count(*) as row_count
  from trades
  group by trade_id
  having count(*) > 1
  union all
  select 'invoices' as table_name, concat(invoice_id, '') as repeated_id, count(*) as row_count
  from invoices
  group by invoice_id
  having count(*) > 1
)
select table_name, repeated_id, row_count
from repeats
order by table_name, repeated_id
