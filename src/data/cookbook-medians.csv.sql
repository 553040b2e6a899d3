-- What does a typical person hold in cash, by age?
-- Grain: one row per ten years of age, of people with an account open at the end of the last complete month.
-- Size: bounded by ages.
-- Columns: age_group (20s and younger, 30s, …, 70s and older), person_count, lower_eur (first quartile), median_eur,
-- upper_eur (third quartile), mean_eur (which is the wrong answer: few rich people lift it).
with last_month as (
  select max(month) as month from bank.months where is_complete
), people as (
  select
    greatest(2, least(7, (year(last_month.month) - individuals.birth_year) // 10)) as decade,
    cast(person_months.closing_balance_eur as double) as balance_eur
  from bank.person_months
  join last_month on last_month.month = person_months.month
  join bank.individuals on individuals.user_id = person_months.user_id
)
select
  case decade when 2 then '20s and younger' when 7 then '70s and older' else decade || '0s' end as age_group,
  cast(count(*) as integer) as person_count,
  quantile_cont(balance_eur, 0.25) as lower_eur,
  median(balance_eur) as median_eur,
  quantile_cont(balance_eur, 0.75) as upper_eur,
  avg(balance_eur) as mean_eur
from people
group by decade
order by decade
