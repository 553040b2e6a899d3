-- How does the bank itself fare, month after month?
-- Grain: one row per complete month and indicator.
-- Columns: month (first day), indicator (src/lib/indicators.ts), value (euro or a count), customer_count
-- (customers whom the value speaks of).
-- Money in motion is every payment of a customer to somebody else, counted once; transfers between accounts
-- of one owner are left out. A customer counts in a month in which an account of theirs is open.
with open_accounts as (
  select account_months.*, accounts.user_id as user_id, accounts.kind as kind
  from bank.account_months
  join bank.accounts on accounts.account_id = account_months.account_id
  join bank.months on months.month = account_months.month and months.is_complete
), customers as (
  select month, count(distinct user_id) as customer_count from open_accounts group by month
), customer_total as (
  select month, 'customers' as indicator, customer_count as value, customer_count from customers
), balances as (
  select month, 'balances', sum(closing_balance_eur), count(distinct user_id)
  from open_accounts group by month
), savings as (
  select month, 'savings-balances', sum(closing_balance_eur), count(distinct user_id)
  from open_accounts where kind = 'savings' group by month
), legs as (
  select
    date_trunc('month', transactions.booked_on) as month,
    transactions.amount_eur as amount_eur,
    accounts.user_id as user_id,
    transactions.channel as channel,
    transactions.counter_account_id is null as is_border
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  left join bank.accounts counter_accounts
    on counter_accounts.account_id = transactions.counter_account_id
  where counter_accounts.user_id is distinct from accounts.user_id
), motion as (
  select month, 'money-in-motion', sum(abs(amount_eur)), count(distinct user_id)
  from legs where is_border or amount_eur < 0 group by month
), border as (
  select month, 'border-net', sum(amount_eur), count(distinct user_id)
  from legs where is_border group by month
), cards as (
  select month, 'card-payments', count(*), count(distinct user_id)
  from legs where channel = 'card' and amount_eur < 0 group by month
), trading as (
  select
    customers.month,
    'trading-volume',
    coalesce(sum(trades.gross_eur), 0),
    count(distinct trades.account_id)
  from customers
  left join bank.trades on date_trunc('month', trades.executed_at) = customers.month
  group by customers.month
), indicators as (
  from customer_total union all from balances union all from savings union all from motion
  union all from border union all from cards union all from trading
)
select
  indicators.month as month,
  indicators.indicator as indicator,
  cast(indicators.value as double) as value,
  cast(indicators.customer_count as integer) as customer_count
from indicators
join bank.months on months.month = indicators.month and months.is_complete
order by indicators.indicator, indicators.month
