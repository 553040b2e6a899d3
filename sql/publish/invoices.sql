-- Grain: one row per invoice issued by a company. Columns and units: src/lib/schema.ts.
select
  invoice_id,
  company_id,
  counterparty_id,
  customer_id,
  issued_on,
  due_on,
  amount_eur,
  transaction_id
from bank.invoices
order by invoice_id
