-- Grain: one row per security. Columns and units: src/lib/bank/schema.ts.
select
  symbol,
  name,
  kind,
  currency,
  sector,
  exchange
from bank.instruments
order by symbol
