-- What becomes of one euro of income?
-- Grain: one row per part of the budget, none where no main customer had an income.
-- Size: bounded by parts of the budget.
-- Columns: part (fixed, discretionary, saving, household: to own accounts at other banks; other: fees, investments and money
-- to other people; left: what stays in the accounts, below zero where more left than came in), amount_eur (of all main
-- customers together), share (of their income), person_count, window_from and window_to (first and last month added up).
-- Over the last twelve complete months (all, if fewer) of main customers (sql/derived/person_relations.sql), those with an
-- income in them. The shares add up to one.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), sums as (
  select
    sum(income_eur) as income_eur,
    sum(fixed_eur) as fixed_eur,
    sum(discretionary_eur) as discretionary_eur,
    sum(saved_eur) as saved_eur,
    sum(household_eur) as household_eur,
    sum(fee_eur + invested_eur - interest_eur - peer_eur) as other_eur,
    cast(count(distinct person_months.user_id) as integer) as person_count,
    min(person_months.month) as window_from,
    max(person_months.month) as window_to
  from bank.person_months
  join bank.person_relations on person_relations.user_id = person_months.user_id and person_relations.relation = 'main'
  where person_months.month in (select month from window_months)
    and person_months.user_id in (
      select user_id from bank.person_months where month in (select month from window_months) and income_eur > 0
    )
), parts as (
  select 1 as place, 'fixed' as part, fixed_eur as amount_eur from sums
  union all select 2, 'discretionary', discretionary_eur from sums
  union all select 3, 'saving', saved_eur from sums
  union all select 4, 'household', household_eur from sums
  union all select 5, 'other', other_eur from sums
  union all
  select 6, 'left', income_eur - fixed_eur - discretionary_eur - saved_eur - household_eur - other_eur from sums
)
select
  parts.part as part,
  parts.amount_eur as amount_eur,
  round(cast(parts.amount_eur as double) / nullif(cast(sums.income_eur as double), 0), 4) as share,
  sums.person_count as person_count,
  sums.window_from as window_from,
  sums.window_to as window_to
from parts
cross join sums
where sums.income_eur > 0
order by parts.place
