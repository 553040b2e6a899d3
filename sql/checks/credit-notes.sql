-- Rule 10: a credit note takes back an invoice of the same customer, and no more than its amount.
-- Grain: one row per invoice or credit note that breaks the rule.
-- Columns: invoice_id, company_id, amount_eur, credited_id, reason.
-- In full: a credit note takes back an invoice of the same company and customer, not before that was issued, and all credit notes of an invoice together no more than its amount; what credits nothing is above zero.
with sums as (
  select credited_id, sum(amount_eur) as amount_eur
  from invoices
  where credited_id is not null
  group by credited_id
),
faults as (
  select
    notes.invoice_id as invoice_id,
    notes.company_id as company_id,
    notes.amount_eur as amount_eur,
    notes.credited_id as credited_id,
    case
      when notes.credited_id is null and notes.amount_eur < 0 then 'credits no invoice'
      when notes.credited_id is null then null
      when notes.amount_eur >= 0 then 'credits nothing'
      when credited.invoice_id is null then 'credits an unknown invoice'
      when credited.credited_id is not null then 'credits a credit note'
      when credited.company_id <> notes.company_id then 'credits an invoice of another company'
      when coalesce(credited.customer_id, credited.counterparty_id, '')
        <> coalesce(notes.customer_id, notes.counterparty_id, '') then 'credits another customer'
      when notes.issued_on < credited.issued_on then 'issued before the invoice'
      when credited.amount_eur + sums.amount_eur < 0 then 'credits more than the invoice'
      else null
    end as reason
  from invoices notes
  left join invoices credited on credited.invoice_id = notes.credited_id
  left join sums on sums.credited_id = notes.credited_id
)
select invoice_id, company_id, amount_eur, credited_id, reason
from faults
where reason is not null
order by invoice_id
