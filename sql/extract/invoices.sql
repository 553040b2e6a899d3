-- Grain: one row per invoice or credit note issued by a company. Columns and units: src/lib/bank/schema.ts.
-- One whose receipt comes after the last day that is read is not paid yet.
select
  invoice_id,
  company_id,
  counterparty_id,
  customer_id,
  issued_on,
  due_on,
  amount_eur,
  credited_id,
  case
    when transaction_id in (select transaction_id from transactions where booked_on > '2099-12-31') then null
    else transaction_id
  end as transaction_id
from invoices
where issued_on <= '2099-12-31'
order by invoice_id
