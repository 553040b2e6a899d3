-- Who paid each person a salary in each month, how much, and how much of it is paid every month?
-- Grain: one row per person, month and payer with a salary; months without one are absent.
-- Columns: user_id, month (first day), payer_id (the company that banks here, else the counterparty), pay_eur,
-- regular_eur (pay_eur without what is paid beside the month's salary: a thirteenth salary, a holiday allowance, a bonus).
-- The payer is read from the booking itself, so that a change of jobs shows when another pays.
-- Pay counts as extra where a month's is more than a quarter above the median of the seven months around it; the median is
-- then the regular part. A raise lasts, so it moves the median, and a smaller bonus stays regular: it cannot be told from one.
with pay_months as (
  select
    accounts.user_id as user_id,
    date_trunc('month', salary_legs.booked_on) as month,
    coalesce(payers.user_id, salary_legs.counterparty_id) as payer_id,
    sum(salary_legs.amount_eur) as pay_eur
  from bank.salary_legs
  join bank.accounts on accounts.account_id = salary_legs.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  left join bank.accounts payers on payers.account_id = salary_legs.counter_account_id
  where salary_legs.category = 'salary'
  group by all
), usual as (
  select
    *,
    median(pay_eur) over (
      partition by user_id, payer_id
      order by 12 * year(month) + month(month)
      range between 3 preceding and 3 following
    ) as usual_eur
  from pay_months
)
select
  user_id,
  month,
  payer_id,
  cast(pay_eur as decimal(18, 2)) as pay_eur,
  cast(if(pay_eur > 1.25 * usual_eur, usual_eur, pay_eur) as decimal(18, 2)) as regular_eur
from usual
order by user_id, month, payer_id
