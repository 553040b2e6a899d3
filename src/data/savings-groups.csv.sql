-- Who saves more, and who has a fund: by age, by income, by size of city?
-- Grain: one row per grouping and group, over the last twelve complete months (all, if fewer); groups with fewer than
-- five people are left out.
-- Size: bounded by groups of people.
-- Columns: grouping (age, income, city), from_value (where the group begins: years of age at the end of the window, EUR
-- of income per month, inhabitants), to_value (where the next begins; null for the last), person_count (main customers
-- whose months covered are known), median_months (covered, over them), covered_share (of them with three months or more),
-- saver_count (people with a salary in at least half of their months), low_share, median_share and high_share (quartiles
-- over these of what was moved to savings as a share of salary; null with fewer than five).
-- The people are those of `savings-shares` and of the last month of `savings-funds`; the headers there have the rules.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), own_months as (
  select person_months.*
  from bank.person_months
  join window_months on window_months.month = person_months.month
  where user_id in (
    select user_id from bank.accounts
    where closed_on is null or closed_on > (select last_day(max(month)) from window_months)
  ) and user_id in (select user_id from bank.person_relations where relation = 'main')
), people as (
  select
    user_id,
    avg(income_eur) as income_eur,
    bank.months_covered(month, liquid_balance_eur, fixed_eur, discretionary_eur) as months_covered,
    count(*) >= least(3, (select count(*) from window_months))
      and bank.spending(fixed_eur, discretionary_eur) > 0 as is_known,
    bank.saved_of_salary(saved_eur, salary_eur) as share,
    2 * count(*) filter (where salary_eur > 0) >= count(*) as is_saver
  from own_months
  group by user_id
), traits as (
  unpivot (
    select
      people.user_id as user_id,
      cast(year((select max(month) from window_months)) - individuals.birth_year as double) as age,
      cast(people.income_eur as double) as income,
      cast(cities.population as double) as city
    from people
    join bank.individuals on individuals.user_id = people.user_id
    join bank.users on users.user_id = people.user_id
    join bank.cities on cities.city = users.city
  )
  on age, income, city into name grouping_name value trait
), bounds as (
  select 'age' as grouping_name, unnest([0, 30, 45, 60, 75]) as from_value
  union all
  select 'income', unnest([0, 1000, 1500, 2000, 2500, 3500])
  union all
  select 'city', unnest([0, 500000, 1000000, 2000000])
), bands as (
  select
    grouping_name,
    from_value,
    lead(from_value) over (partition by grouping_name order by from_value) as to_value
  from bounds
)
select
  bands.grouping_name as grouping,
  cast(from_value as integer) as from_value,
  cast(to_value as integer) as to_value,
  cast(count(*) filter (where is_known) as integer) as person_count,
  quantile_cont(months_covered, 0.5) filter (where is_known) as median_months,
  cast(count(*) filter (where is_known and months_covered >= 3) as double) / nullif(count(*) filter (where is_known), 0)
    as covered_share,
  cast(count(*) filter (where is_saver) as integer) as saver_count,
  if(count(*) filter (where is_saver) >= 5, quantile_cont(share, 0.25) filter (where is_saver), null) as low_share,
  if(count(*) filter (where is_saver) >= 5, quantile_cont(share, 0.5) filter (where is_saver), null) as median_share,
  if(count(*) filter (where is_saver) >= 5, quantile_cont(share, 0.75) filter (where is_saver), null) as high_share
from bands
join traits
  on traits.grouping_name = bands.grouping_name
  and traits.trait >= bands.from_value
  and (bands.to_value is null or traits.trait < bands.to_value)
join people on people.user_id = traits.user_id
group by bands.grouping_name, from_value, to_value
having count(*) filter (where is_known) >= 5
order by grouping, from_value
