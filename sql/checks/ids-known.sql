-- Rule 5b: everything that a row refers to exists.
-- Grain: one row per column and id that its table does not have.
-- Columns: table_name, column_name, unknown_id, row_count (rows that carry it).
-- One part a reference of src/lib/bank/schema.ts; a test compares. MariaDB's foreign keys forbid the same.
with unknowns as (
  select 'users' as table_name, 'city' as column_name, cast(users.city as char(80)) as unknown_id, count(*) as row_count
  from users
  left join cities parents on parents.city = users.city
  where users.city is not null and parents.city is null
  group by users.city
  union all
  select 'companies' as table_name, 'user_id' as column_name, cast(companies.user_id as char(80)) as unknown_id, count(*) as row_count
  from companies
  left join users parents on parents.user_id = companies.user_id
  where companies.user_id is not null and parents.user_id is null
  group by companies.user_id
  union all
  select 'individuals' as table_name, 'user_id' as column_name, cast(individuals.user_id as char(80)) as unknown_id, count(*) as row_count
  from individuals
  left join users parents on parents.user_id = individuals.user_id
  where individuals.user_id is not null and parents.user_id is null
  group by individuals.user_id
  union all
  select 'individuals' as table_name, 'employer_id' as column_name, cast(individuals.employer_id as char(80)) as unknown_id, count(*) as row_count
  from individuals
  left join companies parents on parents.user_id = individuals.employer_id
  where individuals.employer_id is not null and parents.user_id is null
  group by individuals.employer_id
  union all
  select 'accounts' as table_name, 'user_id' as column_name, cast(accounts.user_id as char(80)) as unknown_id, count(*) as row_count
  from accounts
  left join users parents on parents.user_id = accounts.user_id
  where accounts.user_id is not null and parents.user_id is null
  group by accounts.user_id
  union all
  select 'savings_goals' as table_name, 'user_id' as column_name, cast(savings_goals.user_id as char(80)) as unknown_id, count(*) as row_count
  from savings_goals
  left join users parents on parents.user_id = savings_goals.user_id
  where savings_goals.user_id is not null and parents.user_id is null
  group by savings_goals.user_id
  union all
  select 'prices' as table_name, 'symbol' as column_name, cast(prices.symbol as char(80)) as unknown_id, count(*) as row_count
  from prices
  left join instruments parents on parents.symbol = prices.symbol
  where prices.symbol is not null and parents.symbol is null
  group by prices.symbol
  union all
  select 'prices' as table_name, 'day' as column_name, cast(prices.day as char(80)) as unknown_id, count(*) as row_count
  from prices
  left join calendar parents on parents.day = prices.day
  where prices.day is not null and parents.day is null
  group by prices.day
  union all
  select 'fx_rates' as table_name, 'day' as column_name, cast(fx_rates.day as char(80)) as unknown_id, count(*) as row_count
  from fx_rates
  left join calendar parents on parents.day = fx_rates.day
  where fx_rates.day is not null and parents.day is null
  group by fx_rates.day
  union all
  select 'splits' as table_name, 'symbol' as column_name, cast(splits.symbol as char(80)) as unknown_id, count(*) as row_count
  from splits
  left join instruments parents on parents.symbol = splits.symbol
  where splits.symbol is not null and parents.symbol is null
  group by splits.symbol
  union all
  select 'dividends' as table_name, 'symbol' as column_name, cast(dividends.symbol as char(80)) as unknown_id, count(*) as row_count
  from dividends
  left join instruments parents on parents.symbol = dividends.symbol
  where dividends.symbol is not null and parents.symbol is null
  group by dividends.symbol
  union all
  select 'transactions' as table_name, 'account_id' as column_name, cast(transactions.account_id as char(80)) as unknown_id, count(*) as row_count
  from transactions
  left join accounts parents on parents.account_id = transactions.account_id
  where transactions.account_id is not null and parents.account_id is null
  group by transactions.account_id
  union all
  select 'transactions' as table_name, 'booked_on' as column_name, cast(transactions.booked_on as char(80)) as unknown_id, count(*) as row_count
  from transactions
  left join calendar parents on parents.day = transactions.booked_on
  where transactions.booked_on is not null and parents.day is null
  group by transactions.booked_on
  union all
  select 'transactions' as table_name, 'counterparty_id' as column_name, cast(transactions.counterparty_id as char(80)) as unknown_id, count(*) as row_count
  from transactions
  left join counterparties parents on parents.counterparty_id = transactions.counterparty_id
  where transactions.counterparty_id is not null and parents.counterparty_id is null
  group by transactions.counterparty_id
  union all
  select 'transactions' as table_name, 'counter_account_id' as column_name, cast(transactions.counter_account_id as char(80)) as unknown_id, count(*) as row_count
  from transactions
  left join accounts parents on parents.account_id = transactions.counter_account_id
  where transactions.counter_account_id is not null and parents.account_id is null
  group by transactions.counter_account_id
  union all
  select 'trades' as table_name, 'account_id' as column_name, cast(trades.account_id as char(80)) as unknown_id, count(*) as row_count
  from trades
  left join accounts parents on parents.account_id = trades.account_id
  where trades.account_id is not null and parents.account_id is null
  group by trades.account_id
  union all
  select 'trades' as table_name, 'symbol' as column_name, cast(trades.symbol as char(80)) as unknown_id, count(*) as row_count
  from trades
  left join instruments parents on parents.symbol = trades.symbol
  where trades.symbol is not null and parents.symbol is null
  group by trades.symbol
  union all
  select 'trades' as table_name, 'transaction_id' as column_name, cast(trades.transaction_id as char(80)) as unknown_id, count(*) as row_count
  from trades
  left join transactions parents on parents.transaction_id = trades.transaction_id
  where trades.transaction_id is not null and parents.transaction_id is null
  group by trades.transaction_id
  union all
  select 'invoices' as table_name, 'company_id' as column_name, cast(invoices.company_id as char(80)) as unknown_id, count(*) as row_count
  from invoices
  left join companies parents on parents.user_id = invoices.company_id
  where invoices.company_id is not null and parents.user_id is null
  group by invoices.company_id
  union all
  select 'invoices' as table_name, 'counterparty_id' as column_name, cast(invoices.counterparty_id as char(80)) as unknown_id, count(*) as row_count
  from invoices
  left join counterparties parents on parents.counterparty_id = invoices.counterparty_id
  where invoices.counterparty_id is not null and parents.counterparty_id is null
  group by invoices.counterparty_id
  union all
  select 'invoices' as table_name, 'customer_id' as column_name, cast(invoices.customer_id as char(80)) as unknown_id, count(*) as row_count
  from invoices
  left join companies parents on parents.user_id = invoices.customer_id
  where invoices.customer_id is not null and parents.user_id is null
  group by invoices.customer_id
  union all
  select 'invoices' as table_name, 'credited_id' as column_name, cast(invoices.credited_id as char(80)) as unknown_id, count(*) as row_count
  from invoices
  left join invoices parents on parents.invoice_id = invoices.credited_id
  where invoices.credited_id is not null and parents.invoice_id is null
  group by invoices.credited_id
  union all
  select 'invoices' as table_name, 'transaction_id' as column_name, cast(invoices.transaction_id as char(80)) as unknown_id, count(*) as row_count
  from invoices
  left join transactions parents on parents.transaction_id = invoices.transaction_id
  where invoices.transaction_id is not null and parents.transaction_id is null
  group by invoices.transaction_id
)
select table_name, column_name, unknown_id, row_count
from unknowns
order by table_name, column_name, unknown_id
