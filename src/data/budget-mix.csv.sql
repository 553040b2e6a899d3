-- What does a hundred euros of spending go to?
-- Grain: one row per spending category of main customers, over the last twelve complete months (all, if fewer).
-- Size: bounded by categories.
-- Columns: category, category_group (fixed or discretionary), spent_eur (refunds taken off), share (of all
-- spending, 0 to 1), share_error (its standard error over people), payer_count (people with at least one payment),
-- person_count (main customers who spent anything), month_count (months added up).
-- Only main customers (sql/derived/person_relations.sql): what others pay for elsewhere would be missing from the mix.
-- Cash is a category of its own, because nobody knows what became of it. Savings, investments, fees and money
-- between people are not spending.
-- The error is that of a ratio of two sums over the same people (Cochran 1977, Sampling Techniques, section 6.3).
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), payments as (
  select
    accounts.user_id as user_id,
    account_flows.category as category,
    categories.category_group as category_group,
    bank.fixed_spending(categories.category_group, account_flows.amount_eur)
    + bank.discretionary_spending(categories.category_group, account_flows.amount_eur) as spent_eur
  from bank.account_flows
  join bank.categories on categories.category = account_flows.category
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.person_relations on person_relations.user_id = accounts.user_id
  where categories.category_group in ('fixed', 'discretionary')
    and person_relations.relation = 'main'
    and account_flows.month in (select month from window_months)
  group by accounts.user_id, account_flows.category, categories.category_group
), kinds as (
  select category, category_group, sum(spent_eur) as spent_eur, count(*) as payer_count
  from payments
  group by category, category_group
  having sum(spent_eur) > 0
), spenders as (
  select user_id, sum(spent_eur) as spent_eur
  from payments
  where category in (select category from kinds)
  group by user_id
), shares as (
  select *, cast(spent_eur as double) / (select cast(sum(spent_eur) as double) from spenders) as share
  from kinds
), errors as (
  select
    shares.category as category,
    sqrt(
      sum((coalesce(payments.spent_eur, 0) - share * spenders.spent_eur) ** 2) * count(*) / greatest(count(*) - 1, 1)
    ) / cast(sum(spenders.spent_eur) as double) as share_error
  from shares
  cross join spenders
  left join payments on payments.user_id = spenders.user_id and payments.category = shares.category
  group by shares.category
)
select
  shares.category as category,
  category_group,
  cast(spent_eur as decimal(18, 2)) as spent_eur,
  share,
  share_error,
  cast(payer_count as integer) as payer_count,
  cast((select count(*) from spenders) as integer) as person_count,
  cast((select count(*) from window_months) as integer) as month_count
from shares
join errors on errors.category = shares.category
order by spent_eur desc, shares.category
