-- What was a share that is quoted in dollars worth in euros at the end of each month?
-- Grain: one row per complete month.
-- Size: bounded by months.
-- Columns: month (first day), symbol (the first that is not quoted in euros), close (the last price on or before the end
-- of the month, in its currency), price_eur (at the last rate on or before it), exact_eur (the price of the very last day,
-- null where there was no trading: the wrong answer, and so is close as euros).
with chosen as (
  select symbol, currency from bank.instruments where currency != 'EUR' order by symbol limit 1
), month_ends as (
  select months.month as month, last_day(months.month) as day, chosen.symbol as symbol, chosen.currency as currency
  from bank.months
  cross join chosen
  where months.is_complete
), quoted as (
  select month_ends.*, prices.close as close, prices.day as price_day
  from month_ends
  asof join bank.prices on prices.symbol = month_ends.symbol and prices.day <= month_ends.day
)
select
  cast(quoted.month as date) as month,
  quoted.symbol as symbol,
  cast(quoted.close as double) as close,
  cast(quoted.close as double) * cast(fx_rates.rate as double) as price_eur,
  case when quoted.price_day = quoted.day
    then cast(quoted.close as double) * cast(fx_rates.rate as double)
  end as exact_eur
from quoted
asof join bank.fx_rates on fx_rates.currency = quoted.currency and fx_rates.day <= quoted.day
order by quoted.month
