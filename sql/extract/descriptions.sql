-- Grain: one row per leg on one account.
-- Columns: transaction_id, description (free text of the booking). Not published.
select
  transaction_id,
  description
from transactions
order by transaction_id
