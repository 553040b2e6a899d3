-- Grain: one row per execution. Columns and units: src/lib/bank/schema.ts.
select
  trade_id,
  account_id,
  symbol,
  side,
  quantity,
  price,
  fx_rate,
  gross_eur,
  fee_eur,
  executed_at,
  transaction_id
from trades
where cast(executed_at as date) <= '2099-12-31'
order by trade_id
