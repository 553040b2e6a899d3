-- Grain: one row per outside party. Columns and units: src/lib/bank/schema.ts.
select
  counterparty_id,
  name,
  kind,
  country,
  mcc
from bank.counterparties
order by counterparty_id
