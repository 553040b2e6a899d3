-- When was each invoice paid, and how much came in?
-- Grain: one row per paid invoice.
-- Columns: invoice_id, paid_on (day), paid_eur.
select
  invoices.invoice_id as invoice_id,
  transactions.booked_on as paid_on,
  transactions.amount_eur as paid_eur
from invoices
join transactions on transactions.transaction_id = invoices.transaction_id
where transactions.booked_on <= '2099-12-31'
order by invoices.invoice_id
