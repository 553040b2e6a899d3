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
), lists as (
  -- sorted when it is whole: an ordered aggregate takes a quarter of a megabyte a person
  select
    user_id,
    list_sort(list({
      month: month,
      income_eur: income_eur,
      fixed_eur: fixed_eur,
      discretionary_eur: discretionary_eur,
      saved_eur: saved_eur,
      household_eur: household_eur,
      rent_eur: rent_eur,
      spending_eur: spending_eur
    })) as months
  from months
  group by user_id
)
select
  user_id as key,
  user_id,
  months[1].month as first_month,
  [of_month.income_eur for of_month in months] as income_eur,
  [of_month.fixed_eur for of_month in months] as fixed_eur,
  [of_month.discretionary_eur for of_month in months] as discretionary_eur,
  [of_month.saved_eur for of_month in months] as saved_eur,
  [of_month.household_eur for of_month in months] as household_eur,
  [of_month.rent_eur for of_month in months] as rent_eur,
  [of_month.spending_eur for of_month in months] as spending_eur
from lists
order by key
