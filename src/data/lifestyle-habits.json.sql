-- How often does each person buy what?
-- Grain: one row per main customer (sql/derived/person_relations.sql) with at least 60 purchases in the last twelve
-- complete months (all, if fewer).
-- Size: by person; loaders read it, no page does.
-- Columns: user_id, odd_counts and even_counts (purchases by kind in the odd and in the even ones of these months; the
-- kinds stand in the order of their names below), experience_share and discretionary_to_income (measures).
-- A purchase is a payment by choice; cash is none, for what it buys is not known. What is contracted (rent, mortgage,
-- utilities, insurance, subscriptions, education) is circumstance and left out. Purchases are counted and not added up in
-- euros: else one journey weighs as much as many lunches, and a share says when somebody travelled, not how they live.
-- Who is no main customer does a part of the shopping from another bank, and which part is not known. Below 60 purchases,
-- five a month, shares are mostly chance.
with window_months as (
  select month, row_number() over (order by month) % 2 = 1 as is_odd
  from (select month from bank.months where is_complete order by month desc limit 12)
), kinds as (
  select unnest([
    'groceries', 'restaurants', 'recreation', 'travel', 'transport', 'clothing', 'personal_care', 'furnishings',
    'health', 'alcohol_tobacco'
  ]) as category, generate_subscripts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1) as place
), legs as (
  -- a row for each leg again: habits are counted, and of the amount only the sign matters
  select
    accounts.user_id as user_id,
    account_flows.category as category,
    categories.category_group as category_group,
    account_flows.amount_eur as amount_eur,
    window_months.is_odd as is_odd,
    unnest(range(account_flows.leg_count)) as leg
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.person_relations on person_relations.user_id = accounts.user_id and person_relations.relation = 'main'
  join bank.categories on categories.category = account_flows.category
  join window_months on window_months.month = account_flows.month
), shoppers as (
  select user_id, bank.experience_share(category, category_group, amount_eur) as experience_share
  from legs
  group by user_id
  having count_if(amount_eur < 0 and category in (select category from kinds)) >= 60
), counts as (
  select
    shoppers.user_id as user_id,
    kinds.place as place,
    count(*) filter (where legs.is_odd) as odd_count,
    count(*) filter (where not legs.is_odd) as even_count
  from shoppers
  cross join kinds
  left join legs
    on legs.user_id = shoppers.user_id and legs.category = kinds.category and legs.amount_eur < 0
  group by shoppers.user_id, kinds.place
), lists as (
  select
    user_id,
    -- sorted when it is whole: an ordered aggregate takes a quarter of a megabyte a person
    list_sort(list({place: place, odd: cast(odd_count as integer), even: cast(even_count as integer)})) as counts
  from counts
  group by user_id
), budgets as (
  select user_id, bank.discretionary_to_income(discretionary_eur, income_eur) as discretionary_to_income
  from bank.person_months
  where month in (select month from window_months)
  group by user_id
)
select
  lists.user_id as user_id,
  [of_kind.odd for of_kind in lists.counts] as odd_counts,
  [of_kind.even for of_kind in lists.counts] as even_counts,
  round(shoppers.experience_share, 4) as experience_share,
  round(budgets.discretionary_to_income, 4) as discretionary_to_income
from lists
join shoppers on shoppers.user_id = lists.user_id
join budgets on budgets.user_id = lists.user_id
order by lists.user_id
