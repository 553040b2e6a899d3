-- Grain: one row per security and trading day of its exchange. Columns and units: src/lib/bank/schema.ts.
select
  symbol,
  day,
  close
from prices
where day <= '2099-12-31'
order by symbol, day
