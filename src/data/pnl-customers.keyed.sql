-- How much of what a company is paid on invoices comes from few customers?
-- Grain: one row per company that was paid an invoice in the last twelve complete months (all, if fewer), and one for the
-- whole bank, which is there without invoices, too.
-- Size: by key, a company each, and the bank.
-- Columns: key (a user_id, or `bank`), company_count (1, or all such companies), concentrated_count (of them those that get a
-- tenth or more from one customer), invoice_eur (receipts on invoices), customer_count, top_share (the largest customer's
-- share of invoice_eur; of the bank, the highest of any company; null without one), top_five_share (that of the five largest
-- together), month_count.
-- A customer is an outside party or another company of this bank. Card sales have no known customer and are left out.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), customers as (
  select
    invoices.company_id as user_id,
    coalesce(invoices.customer_id, invoices.counterparty_id) as customer,
    sum(invoice_payments.paid_eur) as paid_eur
  from bank.invoices
  join bank.invoice_payments on invoice_payments.invoice_id = invoices.invoice_id
  where date_trunc('month', invoice_payments.paid_on) in (select month from window_months)
  group by invoices.company_id, coalesce(invoices.customer_id, invoices.counterparty_id)
), ranked as (
  select
    *,
    row_number() over (partition by user_id order by paid_eur desc, customer) as place,
    sum(paid_eur) over (partition by user_id) as invoice_eur
  from customers
), companies as (
  select
    user_id,
    max(invoice_eur) as invoice_eur,
    count(*) as customer_count,
    cast(max(paid_eur) / max(invoice_eur) as double) as top_share,
    cast(sum(paid_eur) filter (where place <= 5) / max(invoice_eur) as double) as top_five_share
  from ranked
  group by user_id
  having max(invoice_eur) > 0
)
select
  coalesce(user_id, 'bank') as key,
  cast(count(user_id) as integer) as company_count,
  cast(count(*) filter (where top_share >= 0.1) as integer) as concentrated_count,
  cast(sum(invoice_eur) as decimal(18, 2)) as invoice_eur,
  cast(sum(customer_count) as integer) as customer_count,
  max(top_share) as top_share,
  max(top_five_share) as top_five_share,
  cast((select count(*) from window_months) as integer) as month_count
from companies
group by grouping sets ((user_id), ())
order by key
