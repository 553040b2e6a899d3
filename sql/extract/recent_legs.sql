-- Grain: one row per leg on one account in the last 31 days. Columns and units: src/lib/bank/schema.ts.
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
where booked_on <= '2099-12-31'
  and booked_on > (select max(day) from calendar where day <= '2099-12-31') - interval 31 day
order by transaction_id
