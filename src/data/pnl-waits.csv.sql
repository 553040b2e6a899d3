-- How long after the due date do customers pay?
-- Grain: one row per class of delay; classes without invoices are present with 0.
-- Columns: delay (on_time, week, fortnight, month, later, open), invoice_count, amount_eur (with VAT), median_days
-- (from issue to receipt over all invoices, the same in each row; null if most are open), median_term_days (from issue
-- to the due date), window_from and window_to (first and last day of issue).
-- Only invoices old enough to tell: issued from the first day of the data, because of earlier ones it is not known
-- whether they were paid before, and at least 120 days before the last, because a young one may yet be paid late.
-- "Open" has waited at least that long and is not paid; it counts as the longest wait in the median.
with days as (
  select min(day) as first_day, max(day) - interval 120 day as last_day from bank.calendar
), waits as (
  select
    invoices.amount_eur as amount_eur,
    date_diff('day', invoices.issued_on, invoices.due_on) as term_days,
    date_diff('day', invoices.issued_on, transactions.booked_on) as wait_days,
    date_diff('day', invoices.due_on, transactions.booked_on) as late_days
  from bank.invoices
  left join bank.transactions on transactions.transaction_id = invoices.transaction_id
  where invoices.issued_on between (select first_day from days) and (select last_day from days)
), classes as (
  select * from (
    values (1, 'on_time'), (2, 'week'), (3, 'fortnight'), (4, 'month'), (5, 'later'), (6, 'open')
  ) as given(place, delay)
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
), middles as (
  select
    nullif(quantile_disc(coalesce(wait_days, 100000), 0.5), 100000) as median_days,
    quantile_disc(term_days, 0.5) as median_term_days
  from waits
)
select
  classes.delay as delay,
  cast(count(classed.delay) as integer) as invoice_count,
  cast(coalesce(sum(classed.amount_eur), 0) as decimal(18, 2)) as amount_eur,
  cast((select median_days from middles) as integer) as median_days,
  cast((select median_term_days from middles) as integer) as median_term_days,
  (select first_day from days) as window_from,
  (select last_day from days) as window_to
from classes
left join classed on classed.delay = classes.delay
group by classes.place, classes.delay
order by classes.place
