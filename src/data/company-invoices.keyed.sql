-- Which invoices is a company still owed, by whom, and when may they be paid?
-- Grain: one row per open invoice issued within the data.
-- Size: by key, a company each.
-- Columns: key (the user_id of who issued it), invoice_id, customer (its name), issued_on, due_on, amount_eur (with VAT),
-- late_days (from the due date to the last day; below 0, it is not due yet), expected_on (null where nobody can tell).
-- Expected is an invoice on the day that the company is usually paid, the median of days after the due date; where that day
-- has passed, a week after the last day of the data, unless the invoice is more than 30 days late. Of invoices from before the
-- data it is not known whether they were paid. Credit notes are not waited for.
with days as (
  select min(day) as first_day, max(day) as last_day from bank.calendar
), habits as (
  select
    invoices.company_id as user_id,
    cast(quantile_disc(date_diff('day', invoices.due_on, invoice_payments.paid_on), 0.5) as integer) as late_days
  from bank.invoices
  join bank.invoice_payments on invoice_payments.invoice_id = invoices.invoice_id
  where invoices.credited_id is null
  group by invoices.company_id
), open_invoices as (
  select
    invoices.*,
    cast(date_diff('day', invoices.due_on, (select last_day from days)) as integer) as late_days,
    cast(invoices.due_on + to_days(coalesce(habits.late_days, 0)) as date) as usual_on
  from bank.invoices
  left join habits on habits.user_id = invoices.company_id
  where invoices.transaction_id is null
    and invoices.credited_id is null
    and invoices.issued_on >= (select first_day from days)
)
select
  open_invoices.company_id as key,
  open_invoices.invoice_id as invoice_id,
  coalesce(users.name, counterparties.name) as customer,
  open_invoices.issued_on as issued_on,
  open_invoices.due_on as due_on,
  open_invoices.amount_eur as amount_eur,
  open_invoices.late_days as late_days,
  case
    when usual_on > (select last_day from days) then usual_on
    when open_invoices.late_days <= 30 then cast((select last_day from days) + interval 7 day as date)
  end as expected_on
from open_invoices
left join bank.users on users.user_id = open_invoices.customer_id
left join bank.counterparties on counterparties.counterparty_id = open_invoices.counterparty_id
order by key, open_invoices.due_on, open_invoices.invoice_id
