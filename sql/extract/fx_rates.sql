-- Grain: one row per currency and business day. Columns and units: src/lib/bank/schema.ts.
select
  currency,
  day,
  rate
from fx_rates
where day <= '2099-12-31'
order by currency, day
