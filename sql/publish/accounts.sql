-- Grain: one row per account. Columns and units: src/lib/bank/schema.ts.
-- Masked: iban shows its country and its last four characters.
select
  account_id,
  user_id,
  kind,
  currency,
  left(iban, 2) || '** **** ' || right(iban, 4) as iban,
  opened_on,
  closed_on,
  opening_balance_eur,
  overdraft_limit_eur
from bank.accounts
order by account_id
