-- Grain: one row per invoice or credit note issued by a company. Columns and units: src/lib/bank/schema.ts.
select
  invoice_id,
  company_id,
  counterparty_id,
  customer_id,
  issued_on,
  due_on,
  amount_eur,
  credited_id,
  transaction_id
from invoices
order by invoice_id
