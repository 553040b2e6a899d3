-- Whom did each company pay in each month, and who joined, left or got more than before?
-- Grain: one row per company, employee and month with a salary that the company paid into an account here.
-- Columns: company_id, user_id (the employee), month (first day), pay_eur (net pay), pay_before_eur (the last pay from the
-- same company, whenever that was; null for the first), is_joiner (the first pay from a company that has paid others
-- before), is_leaver (the last pay from a company that goes on paying others).
-- So a company's first run brings no joiners, and one that stops paying altogether loses no leavers; both are missing
-- pay, not moves.
with pay as (
  select
    salary_months.payer_id as company_id,
    salary_months.user_id as user_id,
    salary_months.month as month,
    salary_months.pay_eur as pay_eur
  from bank.salary_months
  join bank.companies on companies.user_id = salary_months.payer_id
)
select
  company_id,
  user_id,
  month,
  pay_eur,
  lag(pay_eur) over (partition by company_id, user_id order by month) as pay_before_eur,
  month = min(month) over (partition by company_id, user_id)
    and month > min(month) over (partition by company_id) as is_joiner,
  month = max(month) over (partition by company_id, user_id)
    and month < max(month) over (partition by company_id) as is_leaver
from pay
order by company_id, user_id, month
