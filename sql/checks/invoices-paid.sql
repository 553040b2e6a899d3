-- Rule 8: every paid invoice has its receipt: the full amount, from its customer, to its issuer.
-- Grain: one row per invoice that breaks the rule.
-- Columns: invoice_id, company_id, amount_eur, transaction_id, leg_eur, reason.
-- In full: an invoice has one customer, and a paid one its receipt: the full amount, from that customer, on an account of the company that issued it, not before it was issued, and for no other invoice.
with uses as (
  select transaction_id, count(*) as invoice_count
  from invoices
  where transaction_id is not null
  group by transaction_id
),
faults as (
  select
    invoices.invoice_id as invoice_id,
    invoices.company_id as company_id,
    invoices.amount_eur as amount_eur,
    invoices.transaction_id as transaction_id,
    transactions.amount_eur as leg_eur,
    case
      when invoices.counterparty_id is null and invoices.customer_id is null then 'no customer'
      when invoices.counterparty_id is not null and invoices.customer_id is not null then 'two customers'
      when invoices.due_on < invoices.issued_on then 'due before it was issued'
      when invoices.transaction_id is null then null
      when transactions.transaction_id is null then 'no receipt'
      when transactions.amount_eur <> invoices.amount_eur then 'receipt of another amount'
      when accounts.user_id <> invoices.company_id then 'receipt of another company'
      when transactions.booked_on < invoices.issued_on then 'paid before it was issued'
      when invoices.counterparty_id is not null
        and coalesce(transactions.counterparty_id, '') <> invoices.counterparty_id then 'receipt from another party'
      when invoices.customer_id is not null
        and coalesce(payers.user_id, '') <> invoices.customer_id then 'receipt from another party'
      when uses.invoice_count > 1 then 'receipt of several invoices'
      else null
    end as reason
  from invoices
  left join transactions on transactions.transaction_id = invoices.transaction_id
  left join accounts on accounts.account_id = transactions.account_id
  left join accounts payers on payers.account_id = transactions.counter_account_id
  left join uses on uses.transaction_id = invoices.transaction_id
)
select invoice_id, company_id, amount_eur, transaction_id, leg_eur, reason
from faults
where reason is not null
order by invoice_id
