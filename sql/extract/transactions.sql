-- Grain: one row per leg on one account. Columns and units: src/lib/bank/schema.ts.
-- The free text is a table of its own, sql/extract/descriptions.sql: it stays in the house.
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
from transactions
where booked_on >= '1000-01-01' and booked_on <= '2099-12-31'
order by transaction_id
