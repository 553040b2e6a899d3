-- Whom do the companies pay, how much, and who joins, leaves or gets a raise?
-- Grain: one row per complete month.
-- Size: bounded by months.
-- Columns: month (first day), company_count (companies that paid somebody), employee_count (people paid), paid_eur (net
-- pay), contributions_eur (payroll tax and social contributions), revenue_eur (of all companies), joiner_count,
-- leaver_count, raise_count, median_raise_share (of those raised; null if nobody was).
-- Who joined and who left: sql/derived/employment_months.sql; a leaver counts in the month without pay. A raise is more
-- than the last pay from the same company.
with complete_months as (
  select month from bank.months where is_complete
), sums as (
  select
    month,
    count(distinct company_id) as company_count,
    count(*) as employee_count,
    sum(pay_eur) as paid_eur,
    count_if(is_joiner) as joiner_count,
    count_if(pay_eur > pay_before_eur) as raise_count,
    quantile_cont(cast(pay_eur as double) / cast(pay_before_eur as double) - 1, 0.5)
      filter (where pay_eur > pay_before_eur) as median_raise_share
  from bank.employment_months
  group by month
), leavers as (
  select month + interval 1 month as month, count(*) as leaver_count
  from bank.employment_months
  where is_leaver
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
