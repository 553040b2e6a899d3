-- What will a company have to pay next, as far as it pays regularly?
-- Grain: one row per company and regular payment (payroll, social_contributions, premises, vat, corporate_tax) that is
-- due after the last day of the data.
-- Size: by key, a company each.
-- Columns: key (user_id), category, last_on (day of the last payment), last_eur (what was paid that day, positive), next_on
-- (the same day a month later, for quarterly tax three months later).
-- A guess from the last payment, not a contract. A payment that should have come again within the data and did not is
-- left out: nobody knows whether it will.
with days as (
  select max(day) as last_day from bank.calendar
), sums as (
  select user_id, category, day as last_on, -amount_eur as last_eur
  from bank.company_days
  where category in ('payroll', 'social_contributions', 'premises', 'vat', 'corporate_tax')
  qualify row_number() over (partition by user_id, category order by day desc) = 1
), due as (
  select
    *,
    last_on
      + case when category in ('vat', 'corporate_tax') then interval 3 month else interval 1 month end
      as next_on
  from sums
)
select
  user_id as key,
  category,
  last_on,
  cast(last_eur as decimal(18, 2)) as last_eur,
  next_on
from due
where next_on > (select last_day from days)
order by key, next_on, category
