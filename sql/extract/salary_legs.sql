-- Grain: one row per leg of a salary, on the account of whoever pays it (payroll) or gets it (salary).
-- Columns and units: src/lib/bank/schema.ts.
select
  transaction_id,
  account_id,
  booked_at,
  booked_on,
  amount_eur,
  category,
  counterparty_id,
  counter_account_id,
  transfer_id
from transactions
where booked_on <= '2099-12-31' and category in ('payroll', 'salary')
order by transaction_id
