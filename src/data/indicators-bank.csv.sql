-- How does the bank itself fare, month after month?
-- Grain: one row per complete month and indicator.
-- Size: bounded by months and indicators.
-- Columns: month (first day), indicator (src/index/indicators.ts), value (euro), customer_count (customers whom the value
-- speaks of).
-- Balances are those at the end of the month. What crosses the border of the bank is on the cards of the first page.
with balances as (
  select
    account_months.month as month,
    accounts.kind || '-balances' as indicator,
    bank.balances(closing_balance_eur) as value,
    count(distinct accounts.user_id) filter (where is_open) as customer_count
  from bank.account_months
  join bank.accounts on accounts.account_id = account_months.account_id
  group by account_months.month, accounts.kind
), fees as (
  select
    months.month as month,
    coalesce(sum(trades.fee_eur), 0) as value,
    count(distinct trades.account_id) as customer_count
  from bank.months
  left join bank.trades on date_trunc('month', trades.executed_at) = months.month
  group by months.month
)
select
  indicators.month as month,
  indicators.indicator as indicator,
  cast(indicators.value as double) as value,
  cast(indicators.customer_count as integer) as customer_count
from (
  from balances
  union all
  select month, 'trading-fees', value, customer_count from fees
) indicators
join bank.months on months.month = indicators.month and months.is_complete
order by indicators.indicator, indicators.month
