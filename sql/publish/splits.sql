-- Grain: one row per split of a security. Columns and units: src/lib/bank/schema.ts.
select
  symbol,
  day,
  shares_before,
  shares_after
from bank.splits
order by symbol, day
