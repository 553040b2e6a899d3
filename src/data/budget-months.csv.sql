-- What do people earn, what is fixed, what is discretionary, and what do they put aside?
-- Grain: one row per complete month and part of the budget.
-- Size: bounded by months and parts of the budget.
-- Columns: month (first day), part (income, fixed, discretionary, saving), low_eur, median_eur and high_eur (lower
-- quartile, median, upper quartile over people), person_count.
-- Only main customers (sql/derived/person_relations.sql), whose lives run through this bank: of all others a part of the
-- spending is seen, and a budget of parts is none. Only those with an income in the month: a budget without its income
-- says nothing. The people of one month are not quite those of another.
with parts as (
  unpivot (
    select
      person_months.month as month,
      income_eur as income,
      fixed_eur as fixed,
      discretionary_eur as discretionary,
      saved_eur as saving
    from bank.person_months
    join bank.months on months.month = person_months.month and months.is_complete
    join bank.person_relations on person_relations.user_id = person_months.user_id
    where income_eur > 0 and relation = 'main'
  )
  on income, fixed, discretionary, saving into name part value amount_eur
)
select
  month,
  part,
  cast(quantile_cont(amount_eur, 0.25) as decimal(18, 2)) as low_eur,
  cast(quantile_cont(amount_eur, 0.5) as decimal(18, 2)) as median_eur,
  cast(quantile_cont(amount_eur, 0.75) as decimal(18, 2)) as high_eur,
  cast(count(*) as integer) as person_count
from parts
group by month, part
order by month, part
