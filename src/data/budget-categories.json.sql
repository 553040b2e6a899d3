-- What does each person spend on each category in a mean month, and who is like them?
-- Grain: one row per main customer (sql/derived/person_relations.sql): who pays a part of a life from here has no budget to
-- hold against another's.
-- Size: by person; loaders read it, no page does.
-- Columns: user_id, income_band (0 none, then monthly income below 1,500, 2,250 and 3,000 EUR and above: 1 to 4),
-- city_band (below 700,000 and 1,500,000 inhabitants and above: 1 to 3), household_band (1, 2, 3 for three people and
-- more), month_count, spent_eur (whole euro for each fixed or discretionary category in the order of their names;
-- refunds taken off), error_eur (the standard error of each over the months, in whole euro; 0 for one month).
-- Means are over those of the last twelve complete months (all, if fewer) in which an account was open. The bands are
-- chosen so that none is thin.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), people as (
  select
    person_months.user_id as user_id,
    count(*) as month_count,
    sum(person_months.income_eur) / count(*) as income_eur
  from bank.person_months
  join bank.person_relations on person_relations.user_id = person_months.user_id and person_relations.relation = 'main'
  where person_months.month in (select month from window_months)
  group by person_months.user_id
), spent_months as (
  select
    accounts.user_id as user_id,
    account_flows.category as category,
    account_flows.month as month,
    -cast(sum(account_flows.amount_eur) as double) as spent_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  where account_flows.month in (select month from window_months)
    and accounts.user_id in (select user_id from people)
  group by all
), spending as (
  -- Months without a payment are not among the rows, but count in the mean and in its error.
  select
    spent_months.user_id as user_id,
    category,
    sum(spent_eur) / any_value(month_count) as spent_eur,
    sqrt(
      greatest(sum(spent_eur ** 2) - sum(spent_eur) ** 2 / any_value(month_count), 0)
      / greatest(any_value(month_count) - 1, 1) / any_value(month_count)
    ) as error_eur
  from spent_months
  join people on people.user_id = spent_months.user_id
  group by spent_months.user_id, category
), kinds as (
  select category
  from bank.categories
  where category_group in ('fixed', 'discretionary')
), lists as (
  -- sorted when it is whole: an ordered aggregate takes a quarter of a megabyte a person
  select
    people.user_id as user_id,
    list_sort(list({
      category: kinds.category,
      spent_eur: cast(round(coalesce(spending.spent_eur, 0)) as bigint),
      error_eur: cast(round(coalesce(spending.error_eur, 0)) as bigint)
    })) as kinds
  from people
  cross join kinds
  left join spending on spending.user_id = people.user_id and spending.category = kinds.category
  group by people.user_id
)
select
  people.user_id as user_id,
  case
    when people.income_eur <= 0 then 0
    when people.income_eur < 1500 then 1
    when people.income_eur < 2250 then 2
    when people.income_eur < 3000 then 3
    else 4
  end as income_band,
  case when cities.population < 700000 then 1 when cities.population < 1500000 then 2 else 3 end as city_band,
  least(individuals.household_size, 3) as household_band,
  cast(people.month_count as integer) as month_count,
  [of_kind.spent_eur for of_kind in lists.kinds] as spent_eur,
  [of_kind.error_eur for of_kind in lists.kinds] as error_eur
from people
join lists on lists.user_id = people.user_id
join bank.users on users.user_id = people.user_id
join bank.individuals on individuals.user_id = people.user_id
join bank.cities on cities.city = users.city
order by people.user_id
