-- What did clients buy and sell, and what did the bank earn on it?
-- Grain: one row per month and instrument; months without trades are present with 0.
-- Size: bounded by months and instruments.
-- Columns: month (first day), symbol, bought_eur and sold_eur (without fees, both positive), net_eur (their
-- difference), fee_eur (commissions), trade_count.
-- Trades count on the day of execution. Commissions are all that the bank earns on investing here.
with grid as (
  select months.month as month, instruments.symbol as symbol
  from bank.months
  cross join bank.instruments
), traded as (
  select
    cast(date_trunc('month', executed_at) as date) as month,
    symbol,
    sum(gross_eur) filter (side = 'buy') as bought_eur,
    sum(gross_eur) filter (side = 'sell') as sold_eur,
    sum(fee_eur) as fee_eur,
    count(*) as trade_count
  from bank.trades
  group by all
)
select
  grid.month as month,
  grid.symbol as symbol,
  cast(coalesce(traded.bought_eur, 0) as decimal(18, 2)) as bought_eur,
  cast(coalesce(traded.sold_eur, 0) as decimal(18, 2)) as sold_eur,
  cast(coalesce(traded.bought_eur, 0) - coalesce(traded.sold_eur, 0) as decimal(18, 2)) as net_eur,
  cast(coalesce(traded.fee_eur, 0) as decimal(18, 2)) as fee_eur,
  cast(coalesce(traded.trade_count, 0) as integer) as trade_count
from grid
left join traded on traded.month = grid.month and traded.symbol = grid.symbol
order by grid.month, grid.symbol
