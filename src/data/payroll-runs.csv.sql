-- Does each payroll run tie to the salaries that were received?
-- Grain: one row per complete month.
-- Size: bounded by months.
-- Columns: month (first day), run_count (a company paying at one instant is one run), payment_count, paid_eur (from the
-- companies' accounts), received_eur (salaries on the employees' accounts that belong to the same transfers),
-- difference_eur (paid less received), untied_run_count (runs in which paid and received differ, or a payment has not
-- exactly one receipt of the same instant), unpaid_salary_count (salaries from an account of this bank that belong to
-- no run).
-- The two sides are read apart: debits by the company's legs, credits by the employee's; transfer_id joins them.
with credits as (
  select
    salary_legs.transfer_id as transfer_id,
    salary_legs.booked_at as booked_at,
    salary_legs.booked_on as booked_on,
    salary_legs.amount_eur as amount_eur
  from bank.salary_legs
  where salary_legs.category = 'salary' and salary_legs.counter_account_id is not null
), payments as (
  select
    debits.transaction_id as transaction_id,
    debits.account_id as account_id,
    debits.booked_at as booked_at,
    date_trunc('month', debits.booked_on) as month,
    -debits.amount_eur as paid_eur,
    coalesce(sum(credits.amount_eur), 0) as received_eur,
    count(credits.transfer_id) as receipt_count
  from bank.salary_legs debits
  left join credits
    on credits.transfer_id = debits.transfer_id and credits.booked_at = debits.booked_at
  where debits.category = 'payroll'
  group by debits.transaction_id, debits.account_id, debits.booked_at, debits.booked_on, debits.amount_eur
), runs as (
  select
    month,
    account_id,
    booked_at,
    count(*) as payment_count,
    sum(paid_eur) as paid_eur,
    sum(received_eur) as received_eur,
    bool_and(receipt_count = 1) and sum(paid_eur) = sum(received_eur) as is_tied
  from payments
  group by month, account_id, booked_at
), strays as (
  select date_trunc('month', booked_on) as month, count(*) as salary_count
  from credits
  where transfer_id not in (
    select transfer_id from bank.salary_legs where category = 'payroll' and transfer_id is not null
  )
  group by date_trunc('month', booked_on)
)
select
  months.month as month,
  cast(count(runs.month) as integer) as run_count,
  cast(coalesce(sum(runs.payment_count), 0) as integer) as payment_count,
  cast(coalesce(sum(runs.paid_eur), 0) as decimal(18, 2)) as paid_eur,
  cast(coalesce(sum(runs.received_eur), 0) as decimal(18, 2)) as received_eur,
  cast(coalesce(sum(runs.paid_eur - runs.received_eur), 0) as decimal(18, 2)) as difference_eur,
  cast(count(*) filter (where not runs.is_tied) as integer) as untied_run_count,
  cast(coalesce(any_value(strays.salary_count), 0) as integer) as unpaid_salary_count
from bank.months
left join runs on runs.month = months.month
left join strays on strays.month = months.month
where months.is_complete
group by months.month
order by month
