-- Grain: one row per leg on one account. Columns and units: src/lib/schema.ts.
-- Withheld: the description, which is free text.
select
  transaction_id,
  account_id,
  booked_at,
  booked_on,
  amount_eur,
  channel,
  category,
  counterparty_id,
  counter_account_id,
  transfer_id
from bank.transactions
order by transaction_id
