-- How many people pay by card in a month, and in a year?
-- Grain: one row per complete month, the last twelve, and one for all of them together.
-- Size: bounded by months.
-- Legs: needed.
-- Columns: month (first day; null for all together), payment_count, payer_count (each person once), added_count (the
-- payers of the months added up, which is the wrong answer for a year).
with payments as (
  select accounts.user_id as user_id, months.month as month
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  join bank.months on months.month = date_trunc('month', transactions.booked_on) and months.is_complete
  where transactions.channel = 'card' and transactions.amount_eur < 0
    and months.month > (select max(month) - to_months(12) from bank.months where is_complete)
), counted as (
  select
    month,
    count(*) as payment_count,
    count(distinct user_id) as payer_count
  from payments
  group by rollup (month)
)
select
  cast(month as date) as month,
  cast(payment_count as integer) as payment_count,
  cast(payer_count as integer) as payer_count,
  cast(sum(case when month is null then 0 else payer_count end) over (
    order by month nulls last rows between unbounded preceding and current row
  ) as integer) as added_count
from counted
order by month nulls last
