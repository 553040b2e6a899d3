-- Which company do the pages of a company begin with, before any is chosen?
-- Grain: at most one row.
-- Size: bounded: one row.
-- Columns: user_id. Whichever has most to tell: staff paid in the last complete month, invoices still open, and more spent
-- over the last three months than came in; then the one with the least cash of those that have some, measured by what it
-- pays out in a month; then the first id.
with last_three as (
  select month from bank.months where is_complete order by month desc limit 3
), paces as (
  select
    user_id,
    arg_max(employee_count, month) as employee_count,
    arg_max(closing_balance_eur, month) as closing_balance_eur,
    sum(operating_inflow_eur) as inflow_eur,
    sum(operating_outflow_eur) as outflow_eur
  from bank.company_months
  where month in (select month from last_three)
  group by user_id
  having max(month) = (select max(month) from last_three)
), sellers as (
  select distinct company_id as user_id
  from bank.invoices
  where transaction_id is null and credited_id is null
)
select companies.user_id as user_id
from bank.companies
left join paces on paces.user_id = companies.user_id
left join sellers on sellers.user_id = companies.user_id
order by
  coalesce((paces.employee_count > 2)::integer, 0)
  + (sellers.user_id is not null)::integer
  + coalesce((paces.outflow_eur > paces.inflow_eur)::integer, 0)
  + coalesce((paces.closing_balance_eur > 0)::integer, 0) desc,
  paces.closing_balance_eur / nullif(paces.outflow_eur, 0) nulls last,
  companies.user_id
limit 1
