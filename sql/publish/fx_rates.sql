-- Grain: one row per currency and business day. Columns and units: src/lib/bank/schema.ts.
select
  currency,
  day,
  rate
from bank.fx_rates
order by currency, day
