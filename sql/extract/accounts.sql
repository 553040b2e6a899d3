-- Grain: one row per account. Columns and units: src/lib/bank/schema.ts.
select
  account_id,
  user_id,
  kind,
  currency,
  iban,
  opened_on,
  closed_on,
  opening_balance_eur,
  overdraft_limit_eur
from accounts
order by account_id
