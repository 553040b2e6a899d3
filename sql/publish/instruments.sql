-- Grain: one row per security. Columns and units: src/lib/schema.ts.
select
  symbol,
  name,
  kind,
  currency,
  sector,
  exchange
from bank.instruments
order by symbol
