-- How long after the due date do customers pay: the bank's, each industry's and each company's?
-- Grain: one row per company that issued an invoice old enough to tell, one per industry of such companies, and one for the
-- whole bank, which is there without invoices, too.
-- Size: by key, a company or an industry each, and the bank.
-- Columns: key (a user_id, an industry, or `bank`), and by class of days from the due date to the receipt (on_time: none,
-- week: 1 to 7, fortnight: 8 to 14, month: 15 to 30, later: more, open: not yet paid) on_time_count, week_count,
-- fortnight_count, month_count, later_count, open_count (invoices) and on_time_eur, week_eur, fortnight_eur, month_eur,
-- later_eur, open_eur (with VAT); late_share (bank.late_invoices: not paid when due); median_days (from issue to receipt;
-- null if most are open), median_term_days (from issue to the due date), window_from and window_to (first and last day of
-- issue).
-- Only invoices old enough to tell: issued from the first day of the data, because of earlier ones it is not known
-- whether they were paid before, and at least 120 days before the last, because a young one may yet be paid late.
-- Credit notes are no invoices.
-- "Open" has waited at least that long and is not paid; it counts as the longest wait in the median.
with days as (
  select min(day) as first_day, max(day) - interval 120 day as last_day from bank.calendar
), waits as (
  select
    invoices.company_id as user_id,
    companies.industry as industry,
    invoices.amount_eur as amount_eur,
    date_diff('day', invoices.issued_on, invoices.due_on) as term_days,
    date_diff('day', invoices.issued_on, invoice_payments.paid_on) as wait_days,
    date_diff('day', invoices.due_on, invoice_payments.paid_on) as late_days,
    invoices.due_on as due_on,
    invoice_payments.paid_on as paid_on
  from bank.invoices
  join bank.companies on companies.user_id = invoices.company_id
  left join bank.invoice_payments on invoice_payments.invoice_id = invoices.invoice_id
  where invoices.credited_id is null
    and invoices.issued_on between (select first_day from days) and (select last_day from days)
), classed as (
  select
    *,
    case
      when late_days is null then 'open'
      when late_days <= 0 then 'on_time'
      when late_days <= 7 then 'week'
      when late_days <= 14 then 'fortnight'
      when late_days <= 30 then 'month'
      else 'later'
    end as delay
  from waits
)
select
  coalesce(user_id, industry, 'bank') as key,
  cast(count(*) filter (where delay = 'on_time') as integer) as on_time_count,
  cast(count(*) filter (where delay = 'week') as integer) as week_count,
  cast(count(*) filter (where delay = 'fortnight') as integer) as fortnight_count,
  cast(count(*) filter (where delay = 'month') as integer) as month_count,
  cast(count(*) filter (where delay = 'later') as integer) as later_count,
  cast(count(*) filter (where delay = 'open') as integer) as open_count,
  cast(coalesce(sum(amount_eur) filter (where delay = 'on_time'), 0) as decimal(18, 2)) as on_time_eur,
  cast(coalesce(sum(amount_eur) filter (where delay = 'week'), 0) as decimal(18, 2)) as week_eur,
  cast(coalesce(sum(amount_eur) filter (where delay = 'fortnight'), 0) as decimal(18, 2)) as fortnight_eur,
  cast(coalesce(sum(amount_eur) filter (where delay = 'month'), 0) as decimal(18, 2)) as month_eur,
  cast(coalesce(sum(amount_eur) filter (where delay = 'later'), 0) as decimal(18, 2)) as later_eur,
  cast(coalesce(sum(amount_eur) filter (where delay = 'open'), 0) as decimal(18, 2)) as open_eur,
  bank.late_invoices(due_on, paid_on) as late_share,
  cast(nullif(quantile_disc(coalesce(wait_days, 100000), 0.5), 100000) as integer) as median_days,
  cast(quantile_disc(term_days, 0.5) as integer) as median_term_days,
  (select first_day from days) as window_from,
  (select last_day from days) as window_to
from classed
group by grouping sets ((user_id, industry), (industry), ())
order by key
