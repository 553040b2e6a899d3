-- Rule 7: every posting either crosses the border of the bank or is one side of a transfer, never both.
-- Grain: one row per leg that breaks the rule.
-- Columns: transaction_id, account_id, counterparty_id, counter_account_id, transfer_id.
-- A leg with no other side at all is found by rule 6.
-- In full: a leg either crosses the outside border or belongs to a transfer, never both, and a transfer's leg names the other account.
select transaction_id, account_id, counterparty_id, counter_account_id, transfer_id
from transactions
where (counterparty_id is not null and (counter_account_id is not null or transfer_id is not null))
  or (counter_account_id is not null and transfer_id is null)
order by transaction_id
