-- How much was posted each day?
-- Grain: one row per day of the last 70 days of the data; days without postings are present with 0.
-- Size: bounded by days.
-- Columns: day, posting_count (legs on accounts here), motion_eur (payments of customers to and from others, each counted once;
-- transfers between accounts of one owner are left out).
with last_days as (
  select max(day) as day from bank.calendar
), sides as (
  select
    transactions.booked_on as day,
    transactions.amount_eur as amount_eur,
    transactions.counter_account_id is null as is_border,
    counter_accounts.user_id is not distinct from accounts.user_id as is_own
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  left join bank.accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
), sums as (
  select
    day,
    count(*) as posting_count,
    coalesce(sum(abs(amount_eur)) filter (where not is_own and (is_border or amount_eur < 0)), 0) as motion_eur
  from sides
  group by day
)
select
  calendar.day as day,
  cast(coalesce(sums.posting_count, 0) as integer) as posting_count,
  cast(coalesce(sums.motion_eur, 0) as decimal(18, 2)) as motion_eur
from bank.calendar
left join sums on sums.day = calendar.day
where calendar.day > (select day from last_days) - interval 70 day
order by calendar.day
