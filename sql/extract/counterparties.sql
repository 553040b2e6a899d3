-- Grain: one row per outside party. Columns and units: src/lib/bank/schema.ts.
select
  counterparty_id,
  name,
  kind,
  country,
  mcc
from counterparties
order by counterparty_id
