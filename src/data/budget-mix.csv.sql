-- What does a hundred euros of spending go to?
-- Grain: one row per spending category of people, over the last twelve complete months (all, if fewer).
-- Columns: category, category_group (fixed or discretionary), spent_eur (refunds taken off), share (of all
-- spending, 0 to 1), payer_count (people with at least one payment), month_count (months added up).
-- Cash is a category of its own, because nobody knows what became of it. Savings, investments, fees and money
-- between people are not spending.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), spending as (
  select
    transactions.category as category,
    categories.category_group as category_group,
    bank.fixed_spending(categories.category_group, transactions.amount_eur)
    + bank.discretionary_spending(categories.category_group, transactions.amount_eur) as spent_eur,
    count(distinct accounts.user_id) as payer_count
  from bank.transactions
  join bank.categories on categories.category = transactions.category
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  where categories.category_group in ('fixed', 'discretionary')
    and date_trunc('month', transactions.booked_on) in (select month from window_months)
  group by transactions.category, categories.category_group
)
select
  category,
  category_group,
  cast(spent_eur as decimal(18, 2)) as spent_eur,
  cast(spent_eur as double) / cast(sum(spent_eur) over () as double) as share,
  cast(payer_count as integer) as payer_count,
  cast((select count(*) from window_months) as integer) as month_count
from spending
where spent_eur > 0
order by spent_eur desc, category
