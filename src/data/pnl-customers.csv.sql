-- How much of what a company is paid on invoices comes from few customers?
-- Grain: one row per company that was paid an invoice in the last twelve complete months (all, if fewer).
-- Columns: user_id, name, industry, invoice_eur (receipts on invoices), customer_count, top_share (the largest
-- customer's share of invoice_eur), top_five_share (that of the five largest together), month_count.
-- A customer is an outside party or another company of this bank. Card sales have no known customer and are left out.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), customers as (
  select
    invoices.company_id as user_id,
    coalesce(invoices.customer_id, invoices.counterparty_id) as customer,
    sum(transactions.amount_eur) as paid_eur
  from bank.invoices
  join bank.transactions on transactions.transaction_id = invoices.transaction_id
  where date_trunc('month', transactions.booked_on) in (select month from window_months)
  group by invoices.company_id, coalesce(invoices.customer_id, invoices.counterparty_id)
), ranked as (
  select
    *,
    row_number() over (partition by user_id order by paid_eur desc, customer) as place,
    sum(paid_eur) over (partition by user_id) as invoice_eur
  from customers
)
select
  ranked.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  cast(max(ranked.invoice_eur) as decimal(18, 2)) as invoice_eur,
  cast(count(*) as integer) as customer_count,
  cast(max(ranked.paid_eur) / max(ranked.invoice_eur) as double) as top_share,
  cast(sum(ranked.paid_eur) filter (where ranked.place <= 5) / max(ranked.invoice_eur) as double) as top_five_share,
  cast((select count(*) from window_months) as integer) as month_count
from ranked
join bank.companies on companies.user_id = ranked.user_id
join bank.users on users.user_id = ranked.user_id
group by ranked.user_id, users.name, companies.industry
having max(ranked.invoice_eur) > 0
order by top_share desc, user_id
