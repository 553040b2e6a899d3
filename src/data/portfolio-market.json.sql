-- What did each instrument cost, day by day, and what came of holding it?
-- Grain: one row per instrument; its days stand in lists. Where no instrument has a price, one row without a symbol, for
-- the days of the data.
-- Size: bounded by instruments and days.
-- Columns: symbol, name, kind, currency, sector, first_day and last_day (of the data, the same in every row; null where
-- the calendar is empty); of each
-- day with a price day, close_steps (what the close changed since the day before, the first from zero, in the currency of
-- the instrument: steps are a third shorter than prices) and rate (EUR per unit of it; null where the day
-- has none); splits (day, shares_before, shares_after) and dividends (ex_on, paid_on, amount per share).
with days as (
  select min(day) as first_day, max(day) as last_day from bank.calendar
), steps as (
  select
    symbol,
    day,
    close - coalesce(lag(close) over (partition by symbol order by day), 0) as close_step
  from bank.prices
), quoted as (
  select
    prices.symbol as symbol,
    list(prices.day order by prices.day) as day,
    list(prices.close_step order by prices.day) as close_steps,
    list(fx_rates.rate order by prices.day) as rate
  from steps prices
  join bank.instruments on instruments.symbol = prices.symbol
  left join bank.fx_rates
    on fx_rates.currency = instruments.currency and fx_rates.day = prices.day
  group by prices.symbol
), split_up as (
  select
    symbol,
    list(
      {'day': day, 'shares_before': shares_before, 'shares_after': shares_after} order by day
    ) as splits
  from bank.splits
  group by symbol
), paid as (
  select
    symbol,
    list({'ex_on': ex_on, 'paid_on': paid_on, 'amount': amount} order by ex_on) as dividends
  from bank.dividends
  group by symbol
)
select
  instruments.symbol as symbol,
  instruments.name as name,
  instruments.kind as kind,
  instruments.currency as currency,
  instruments.sector as sector,
  days.first_day as first_day,
  days.last_day as last_day,
  quoted.day as day,
  quoted.close_steps as close_steps,
  quoted.rate as rate,
  coalesce(split_up.splits, []) as splits,
  coalesce(paid.dividends, []) as dividends
from days
left join (
  bank.instruments
  join quoted on quoted.symbol = instruments.symbol
) on true
left join split_up on split_up.symbol = instruments.symbol
left join paid on paid.symbol = instruments.symbol
order by instruments.symbol
