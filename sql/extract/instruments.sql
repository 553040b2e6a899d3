-- Grain: one row per security. Columns and units: src/lib/bank/schema.ts.
select
  symbol,
  name,
  kind,
  currency,
  sector,
  exchange
from instruments
order by symbol
