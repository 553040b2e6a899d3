-- How long does each company wait for its customers, and how long does its industry?
-- Grain: one row per company that issued an invoice old enough to tell, and one per industry of such companies, whose
-- user_id is null.
-- Columns: user_id, industry, on_time_count, week_count, fortnight_count, month_count, later_count (invoices by days from
-- the due date to the receipt: none, 1 to 7, 8 to 14, 15 to 30, more), open_count (not paid so far), median_days (from
-- issue to receipt; null if most are open), median_term_days (from issue to the due date).
-- The window is that of pnl-waits: only invoices that had at least 120 days to be paid, and whose payment the data would
-- show. What is open counts as the longest wait in the median.
with days as (
  select min(day) as first_day, max(day) - interval 120 day as last_day from bank.calendar
), waits as (
  select
    invoices.company_id as user_id,
    companies.industry as industry,
    date_diff('day', invoices.issued_on, invoices.due_on) as term_days,
    date_diff('day', invoices.issued_on, transactions.booked_on) as wait_days,
    date_diff('day', invoices.due_on, transactions.booked_on) as late_days
  from bank.invoices
  join bank.companies on companies.user_id = invoices.company_id
  left join bank.transactions on transactions.transaction_id = invoices.transaction_id
  where invoices.issued_on between (select first_day from days) and (select last_day from days)
)
select
  user_id,
  industry,
  cast(count(*) filter (where late_days <= 0) as integer) as on_time_count,
  cast(count(*) filter (where late_days between 1 and 7) as integer) as week_count,
  cast(count(*) filter (where late_days between 8 and 14) as integer) as fortnight_count,
  cast(count(*) filter (where late_days between 15 and 30) as integer) as month_count,
  cast(count(*) filter (where late_days > 30) as integer) as later_count,
  cast(count(*) filter (where late_days is null) as integer) as open_count,
  cast(nullif(quantile_disc(coalesce(wait_days, 100000), 0.5), 100000) as integer) as median_days,
  cast(quantile_disc(term_days, 0.5) as integer) as median_term_days
from waits
group by grouping sets ((user_id, industry), (industry))
order by industry, user_id nulls first
