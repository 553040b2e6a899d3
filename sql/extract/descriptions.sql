-- Grain: one row per leg on one account.
-- Columns: transaction_id, description (free text of the booking). Not published.
select
  transaction_id,
  description
from transactions
where booked_on >= '1000-01-01' and booked_on <= '2099-12-31'
order by transaction_id
