-- Grain: one row per leg on a brokerage account that is neither a trade nor a dividend: those follow from the trades.
-- Columns and units: src/lib/bank/schema.ts.
select
  transactions.transaction_id as transaction_id,
  transactions.account_id as account_id,
  transactions.booked_on as booked_on,
  transactions.amount_eur as amount_eur,
  transactions.category as category
from transactions
join accounts on accounts.account_id = transactions.account_id
where transactions.booked_on <= '2099-12-31'
  and accounts.kind = 'brokerage'
  and transactions.category not in ('dividend', 'trade')
order by transactions.transaction_id
