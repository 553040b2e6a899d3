-- Grain: one row per dividend of a security. Columns and units: src/lib/bank/schema.ts.
select
  symbol,
  ex_on,
  paid_on,
  amount
from dividends
order by symbol, ex_on
