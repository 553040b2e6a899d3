-- Rule 5c: no number is given twice.
-- Grain: one row per table and key that stands in it more than once.
-- Columns: table_name, repeated_id (parts of a compound key with a blank between), row_count.
-- One part a table of src/lib/bank/schema.ts; a test compares. MariaDB's primary keys forbid the same.
with repeats as (
  select 'calendar' as table_name, cast(day as char(80)) as repeated_id, count(*) as row_count
  from calendar
  group by day
  having count(*) > 1
  union all
  select 'cities' as table_name, cast(city as char(80)) as repeated_id, count(*) as row_count
  from cities
  group by city
  having count(*) > 1
  union all
  select 'users' as table_name, cast(user_id as char(80)) as repeated_id, count(*) as row_count
  from users
  group by user_id
  having count(*) > 1
  union all
  select 'companies' as table_name, cast(user_id as char(80)) as repeated_id, count(*) as row_count
  from companies
  group by user_id
  having count(*) > 1
  union all
  select 'individuals' as table_name, cast(user_id as char(80)) as repeated_id, count(*) as row_count
  from individuals
  group by user_id
  having count(*) > 1
  union all
  select 'accounts' as table_name, cast(account_id as char(80)) as repeated_id, count(*) as row_count
  from accounts
  group by account_id
  having count(*) > 1
  union all
  select 'savings_goals' as table_name, cast(goal_id as char(80)) as repeated_id, count(*) as row_count
  from savings_goals
  group by goal_id
  having count(*) > 1
  union all
  select 'counterparties' as table_name, cast(counterparty_id as char(80)) as repeated_id, count(*) as row_count
  from counterparties
  group by counterparty_id
  having count(*) > 1
  union all
  select 'instruments' as table_name, cast(symbol as char(80)) as repeated_id, count(*) as row_count
  from instruments
  group by symbol
  having count(*) > 1
  union all
  select 'prices' as table_name, cast(concat(symbol, ' ', day) as char(80)) as repeated_id, count(*) as row_count
  from prices
  group by symbol, day
  having count(*) > 1
  union all
  select 'fx_rates' as table_name, cast(concat(currency, ' ', day) as char(80)) as repeated_id, count(*) as row_count
  from fx_rates
  group by currency, day
  having count(*) > 1
  union all
  select 'splits' as table_name, cast(concat(symbol, ' ', day) as char(80)) as repeated_id, count(*) as row_count
  from splits
  group by symbol, day
  having count(*) > 1
  union all
  select 'dividends' as table_name, cast(concat(symbol, ' ', ex_on) as char(80)) as repeated_id, count(*) as row_count
  from dividends
  group by symbol, ex_on
  having count(*) > 1
  union all
  select 'transactions' as table_name, cast(transaction_id as char(80)) as repeated_id, count(*) as row_count
  from transactions
  group by transaction_id
  having count(*) > 1
  union all
  select 'trades' as table_name, cast(trade_id as char(80)) as repeated_id, count(*) as row_count
  from trades
  group by trade_id
  having count(*) > 1
  union all
  select 'invoices' as table_name, cast(invoice_id as char(80)) as repeated_id, count(*) as row_count
  from invoices
  group by invoice_id
  having count(*) > 1
)
select table_name, repeated_id, row_count
from repeats
order by table_name, repeated_id
