-- What did all companies together take in and pay out, and for what?
-- Grain: one row per complete month and category on a company's account; months without it are present with 0.
-- Size: bounded by months and categories.
-- Columns: month (first day), category, category_group (src/lib/bank/categories.ts), amount_eur (signed: positive is money
-- in), company_count (companies with a booking of the category in the month).
-- Cash basis: a payment counts on the day that it is booked, with its VAT. Transfers between a company's own accounts
-- are left out, they are not business.
with complete_months as (
  select month from bank.months where is_complete
), legs as (
  select
    account_flows.month as month,
    account_flows.category as category,
    account_flows.amount_eur as amount_eur,
    accounts.user_id as user_id
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.companies on companies.user_id = accounts.user_id
  where account_flows.other_side <> 'own'
), company_categories as (
  select distinct category from legs
)
select
  complete_months.month as month,
  company_categories.category as category,
  categories.category_group as category_group,
  cast(coalesce(sum(legs.amount_eur), 0) as decimal(18, 2)) as amount_eur,
  cast(count(distinct legs.user_id) as integer) as company_count
from complete_months
cross join company_categories
left join bank.categories on categories.category = company_categories.category
left join legs
  on legs.month = complete_months.month and legs.category = company_categories.category
group by complete_months.month, company_categories.category, categories.category_group
order by month, category
