-- When does a company pay its people, its rent and its taxes, and how much at a time?
-- Grain: one row per company, month and kind of lump, over the last twelve complete months (all, if fewer); a month
-- without such a payment has no row.
-- Size: by key, a company each.
-- Columns: key (user_id), month (first day), category (payroll, social_contributions, premises, vat, corporate_tax), paid_on (the day
-- of the largest payment of the month), amount_eur (all of the month, positive).
-- These are the payments whose day is known long before; what vendors ask for follows the business.
with last_months as (
  select month from bank.months where is_complete order by month desc limit 12
)
select
  user_id as key,
  date_trunc('month', day) as month,
  category,
  arg_min(day, lowest_eur) as paid_on,
  cast(-sum(amount_eur) as decimal(18, 2)) as amount_eur
from bank.company_days
where category in ('payroll', 'social_contributions', 'premises', 'vat', 'corporate_tax')
  and date_trunc('month', day) in (select month from last_months)
group by user_id, date_trunc('month', day), category
having sum(amount_eur) < 0
order by key, month, category
