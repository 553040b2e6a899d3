-- Which invoices does each company still wait for?
-- Grain: one row per open invoice issued in the last 120 days of the data.
-- Columns: user_id (who issued it), invoice_id, issued_on, due_on, amount_eur (with VAT), late_days (from the due date to
-- the last day; below 0, it is not due yet).
-- Older ones are left out: what was not paid in 120 days hardly ever is (pnl-waits counts them). Credit notes are not waited for.
with days as (
  select max(day) as last_day from bank.calendar
)
select
  invoices.company_id as user_id,
  invoices.invoice_id as invoice_id,
  invoices.issued_on as issued_on,
  invoices.due_on as due_on,
  invoices.amount_eur as amount_eur,
  cast(date_diff('day', invoices.due_on, (select last_day from days)) as integer) as late_days
from bank.invoices
where invoices.transaction_id is null
  and invoices.credited_id is null
  and invoices.issued_on > (select last_day - interval 120 day from days)
order by invoices.company_id, invoices.due_on, invoices.invoice_id
