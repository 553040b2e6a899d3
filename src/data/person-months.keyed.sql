-- What came in, was spent and was put aside by one person, month after month?
-- Grain: one row per person with a complete month; the months stand in lists, oldest first and without a gap.
-- Size: by key, a person each.
-- Columns: key and user_id, first_month (of the lists), and a value a month in income_eur, fixed_eur, discretionary_eur,
-- saved_eur, household_eur (sent to an own account at another bank less what came from there), rent_eur (part of fixed_eur) and
-- spending_eur (what left for good).
with months as (
  select
    person_months.user_id as user_id,
    person_months.month as month,
    any_value(person_months.income_eur) as income_eur,
    any_value(person_months.fixed_eur) as fixed_eur,
    any_value(person_months.discretionary_eur) as discretionary_eur,
    any_value(person_months.saved_eur) as saved_eur,
    any_value(person_months.household_eur) as household_eur,
    any_value(person_months.rent_eur) as rent_eur,
    cast(bank.spending(fixed_eur, discretionary_eur) as decimal(18, 2)) as spending_eur
  from bank.person_months
  join bank.months on months.month = person_months.month and months.is_complete
  group by person_months.user_id, person_months.month
)
select
  user_id as key,
  user_id,
  min(month) as first_month,
  list(income_eur order by month) as income_eur,
  list(fixed_eur order by month) as fixed_eur,
  list(discretionary_eur order by month) as discretionary_eur,
  list(saved_eur order by month) as saved_eur,
  list(household_eur order by month) as household_eur,
  list(rent_eur order by month) as rent_eur,
  list(spending_eur order by month) as spending_eur
from months
group by user_id
order by key
