-- Whom did a company pay, month after month, and what did it cost?
-- Grain: one row per company; its months stand in lists, so that a name is sent once and not in every month.
-- Size: by key, a company each.
-- Columns: key (user_id), first_month (of the lists, the same in every row), and in one list each, a
-- value per complete month: employee_count (people paid), paid_eur (net pay), payroll_eur (with payroll tax and
-- contributions), revenue_eur, joiner_count, leaver_count, raise_count (defined as in payroll-months).
with complete_months as (
  select month from bank.months where is_complete
), sums as (
  select
    company_id as user_id,
    month,
    sum(pay_eur) as paid_eur,
    count_if(is_joiner) as joiner_count,
    count_if(pay_eur > pay_before_eur) as raise_count
  from bank.employment_months
  group by company_id, month
), leavers as (
  select company_id as user_id, month + interval 1 month as month, count(*) as leaver_count
  from bank.employment_months
  where is_leaver
  group by company_id, month + interval 1 month
)
select
  companies.user_id as key,
  min(complete_months.month) as first_month,
  list(coalesce(company_months.employee_count, 0) order by complete_months.month) as employee_count,
  list(cast(coalesce(sums.paid_eur, 0) as decimal(18, 2)) order by complete_months.month) as paid_eur,
  list(cast(coalesce(company_months.payroll_eur, 0) as decimal(18, 2)) order by complete_months.month) as payroll_eur,
  list(cast(coalesce(company_months.revenue_eur, 0) as decimal(18, 2)) order by complete_months.month) as revenue_eur,
  list(cast(coalesce(sums.joiner_count, 0) as integer) order by complete_months.month) as joiner_count,
  list(cast(coalesce(leavers.leaver_count, 0) as integer) order by complete_months.month) as leaver_count,
  list(cast(coalesce(sums.raise_count, 0) as integer) order by complete_months.month) as raise_count
from bank.companies
cross join complete_months
left join bank.company_months
  on company_months.user_id = companies.user_id and company_months.month = complete_months.month
left join sums on sums.user_id = companies.user_id and sums.month = complete_months.month
left join leavers on leavers.user_id = companies.user_id and leavers.month = complete_months.month
group by companies.user_id
order by key
