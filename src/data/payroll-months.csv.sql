-- Whom do the companies pay, how much, and who joins, leaves or gets a raise?
-- Grain: one row per complete month.
-- Columns: month (first day), company_count (companies that paid somebody), employee_count (people paid), paid_eur (net
-- pay), contributions_eur (payroll tax and social contributions), revenue_eur (of all companies), joiner_count,
-- leaver_count, raise_count, median_raise_share (of those raised; null if nobody was).
-- Joined: paid by the company for the first time, when the company has paid others before. Left: paid for the last
-- time in the month before, when the company goes on paying others. So a company's first run brings no joiners, and
-- one that stops paying altogether loses no leavers; both are missing pay, not moves. A raise is more than the last
-- pay from the same company.
with complete_months as (
  select month from bank.months where is_complete
), pay as (
  select
    accounts.user_id as user_id,
    employees.user_id as employee_id,
    date_trunc('month', transactions.booked_on) as month,
    -sum(transactions.amount_eur) as paid_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.accounts employees on employees.account_id = transactions.counter_account_id
  where transactions.category = 'payroll'
  group by accounts.user_id, employees.user_id, date_trunc('month', transactions.booked_on)
), moves as (
  select
    *,
    min(month) over (partition by user_id, employee_id) as first_pay,
    max(month) over (partition by user_id, employee_id) as last_pay,
    min(month) over (partition by user_id) as first_run,
    max(month) over (partition by user_id) as last_run,
    lag(paid_eur) over (partition by user_id, employee_id order by month) as paid_before_eur
  from pay
), sums as (
  select
    month,
    count(distinct user_id) as company_count,
    count(*) as employee_count,
    sum(paid_eur) as paid_eur,
    count_if(month = first_pay and first_pay > first_run) as joiner_count,
    count_if(paid_eur > paid_before_eur) as raise_count,
    quantile_cont(cast(paid_eur as double) / cast(paid_before_eur as double) - 1, 0.5)
      filter (where paid_eur > paid_before_eur) as median_raise_share
  from moves
  group by month
), leavers as (
  select month + interval 1 month as month, count(*) as leaver_count
  from moves
  where month = last_pay and last_pay < last_run
  group by month + interval 1 month
), books as (
  select month, sum(payroll_eur) as payroll_eur, sum(revenue_eur) as revenue_eur
  from bank.company_months
  group by month
)
select
  complete_months.month as month,
  cast(coalesce(sums.company_count, 0) as integer) as company_count,
  cast(coalesce(sums.employee_count, 0) as integer) as employee_count,
  cast(coalesce(sums.paid_eur, 0) as decimal(18, 2)) as paid_eur,
  cast(coalesce(books.payroll_eur, 0) - coalesce(sums.paid_eur, 0) as decimal(18, 2)) as contributions_eur,
  cast(coalesce(books.revenue_eur, 0) as decimal(18, 2)) as revenue_eur,
  cast(coalesce(sums.joiner_count, 0) as integer) as joiner_count,
  cast(coalesce(leavers.leaver_count, 0) as integer) as leaver_count,
  cast(coalesce(sums.raise_count, 0) as integer) as raise_count,
  sums.median_raise_share as median_raise_share
from complete_months
left join sums on sums.month = complete_months.month
left join leavers on leavers.month = complete_months.month
left join books on books.month = complete_months.month
order by month
