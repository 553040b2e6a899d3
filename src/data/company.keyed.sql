-- Who is this company?
-- Grain: one row per company.
-- Size: by key, a company each.
-- Columns: key and user_id, name, industry, city, founded_on, joined_on, employee_count (people paid in the last complete
-- month; null where no account was open in it), is_open (has an open account).
with last_days as (
  select max(day) as day from bank.calendar
), last_months as (
  select max(month) as month from bank.months where is_complete
), owners as (
  select user_id, bool_or(closed_on is null or closed_on > (select day from last_days)) as is_open
  from bank.accounts
  group by user_id
)
select
  companies.user_id as key,
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  users.city as city,
  companies.founded_on as founded_on,
  users.joined_on as joined_on,
  company_months.employee_count as employee_count,
  coalesce(owners.is_open, false) as is_open
from bank.companies
join bank.users on users.user_id = companies.user_id
left join owners on owners.user_id = companies.user_id
left join bank.company_months
  on company_months.user_id = companies.user_id
  and company_months.month = (select month from last_months)
order by key
