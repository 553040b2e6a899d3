-- What came in, was spent and was put aside by one person, month after month?
-- Grain: one row per person and complete month in which an account of theirs is open.
-- Columns: user_id, month (first day), income_eur, fixed_eur, discretionary_eur, saved_eur, household_eur (sent
-- to a household account at another bank), rent_eur (part of fixed_eur).
select
  person_months.user_id as user_id,
  person_months.month as month,
  person_months.income_eur as income_eur,
  person_months.fixed_eur as fixed_eur,
  person_months.discretionary_eur as discretionary_eur,
  person_months.saved_eur as saved_eur,
  person_months.household_eur as household_eur,
  person_months.rent_eur as rent_eur
from bank.person_months
join bank.months on months.month = person_months.month and months.is_complete
order by person_months.user_id, person_months.month
