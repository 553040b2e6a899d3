-- What becomes of income, savings and spending after a raise, a change of jobs, or the end of a salary?
-- Grain: one row per event, part and month around it (month_offset -3 to 6, where 0 is the first month of the new
-- pay), and one for the months 1 to 6 together (month_offset null).
-- Size: bounded by events and months around them.
-- Columns: event (raise, change_up, change_down, stop), part (income, saving, discretionary), month_offset, change_eur (mean
-- over people of the amount less their own mean of the three months before), low_eur and high_eur (95 % confidence of
-- that mean: 1.96 standard errors; null for one person), season_eur (taken off change_eur), before_eur (mean of the
-- three months before), person_count.
-- All is read from the salaries that are booked, never from who is said to work where, and by what is paid every month
-- (regular_eur of sql/derived/salary_months.sql): a thirteenth salary is no raise, and the months in which one is paid are
-- left out of the means, so that neither side of the event has more of them. A raise: the same payer pays at
-- least 0.5 % more than the month before, and no other change of that size is within the window. A change, up or
-- down: another payer pays, more than the last or not; months without a salary in between are left out, so that an old
-- job is compared with a new one. A stop: no salary from anybody for two months or more (one month could be pay that is
-- late). Only events with three months of salary from one payer before, with the whole window in complete months, and,
-- but for stops, with a salary from one payer in all months after: so that each month shows the same people. Only main
-- customers (sql/derived/person_relations.sql): of others a part of what they earn, save and spend is seen. Who has left since is left out: emptying an account is not spending.
-- Spending and saving have a season, and raises come in certain months: what all people with a salary in every complete
-- month spent by choice, or saved, in these months more than in the three before is taken off (season_eur). It is 0 for
-- income, whose raises would be taken off with it.
with complete_months as (
  select month, row_number() over (order by month) as number from bank.months where is_complete
), people as (
  select distinct user_id from bank.accounts
  where (closed_on is null or closed_on > (select last_day(max(month)) from complete_months))
    and user_id in (select user_id from bank.person_relations where relation = 'main')
), paid as (
  select
    salary_months.user_id as user_id,
    complete_months.number as number,
    arg_max(salary_months.payer_id, salary_months.pay_eur) as payer_id,
    sum(salary_months.regular_eur) as pay_eur,
    sum(salary_months.pay_eur) > sum(salary_months.regular_eur) as is_extra
  from bank.salary_months
  join complete_months on complete_months.month = salary_months.month
  where salary_months.user_id in (select user_id from people)
  group by salary_months.user_id, complete_months.number
), steps as (
  select
    *,
    coalesce(payer_id = lag(payer_id) over person and number = lag(number) over person + 1, false) as is_same_job,
    cast(pay_eur as double) / lag(cast(pay_eur as double)) over person - 1 as pay_change
  from paid
  window person as (partition by user_id order by number)
), in_jobs as (
  select *, sum(cast(not is_same_job as integer)) over (partition by user_id order by number) as job from steps
), jobs as (
  select
    user_id,
    job,
    any_value(payer_id) as payer_id,
    min(number) as from_number,
    max(number) as to_number,
    arg_max(pay_eur, number) as last_pay_eur,
    lead(any_value(payer_id)) over person as next_payer_id,
    lead(arg_min(pay_eur, number)) over person as next_pay_eur,
    lead(min(number)) over person as next_number,
    lead(max(number)) over person as next_to_number
  from in_jobs
  group by user_id, job
  window person as (partition by user_id order by job)
), pay_moves as (
  select
    user_id,
    job,
    number,
    pay_change,
    count(*) over (
      partition by user_id, job order by number range between 2 preceding and 6 following
    ) as near_count
  from in_jobs
  where is_same_job and abs(pay_change) >= 0.005
), events as (
  select 'raise' as event, pay_moves.user_id as user_id, number - 1 as before_number, number as after_number
  from pay_moves
  join jobs on jobs.user_id = pay_moves.user_id and jobs.job = pay_moves.job
  where pay_change > 0 and near_count = 1 and number - 3 >= from_number and number + 6 <= to_number
  union all
  select if(next_pay_eur > last_pay_eur, 'change_up', 'change_down'), user_id, to_number, next_number
  from jobs
  where next_payer_id <> payer_id and to_number - 2 >= from_number and next_number + 6 <= next_to_number
  union all
  select 'stop', user_id, to_number, to_number + 1
  from jobs
  where to_number - 2 >= from_number
    and to_number + 7 <= (select max(number) from complete_months)
    and coalesce(next_number - to_number >= 3, true)
), stable_people as (
  select user_id from paid group by user_id having count(*) = (select count(*) from complete_months)
), seasons as (
  select complete_months.number as number, avg(discretionary_eur) as usual_eur, avg(saved_eur) as usual_saved_eur
  from bank.person_months
  join complete_months on complete_months.month = person_months.month
  where user_id in (select user_id from stable_people)
  group by complete_months.number
), around as (
  select
    event,
    events.user_id as user_id,
    after_number,
    month_offset,
    case when month_offset < 0 then before_number + month_offset + 1 else after_number + month_offset end as number
  from events
  cross join (select cast(unnest(range(-3, 7)) as integer) as month_offset) offsets
), amounts as (
  select
    event,
    around.user_id as user_id,
    after_number,
    month_offset,
    cast(income_eur as double) as income,
    cast(saved_eur as double) as saving,
    cast(discretionary_eur as double) as discretionary,
    coalesce(usual_eur, 0) as usual,
    coalesce(usual_saved_eur, 0) as usual_saved,
    coalesce(is_extra, false) as is_extra
  from around
  join complete_months on complete_months.number = around.number
  join bank.person_months on person_months.user_id = around.user_id and person_months.month = complete_months.month
  left join seasons on seasons.number = around.number
  left join paid on paid.user_id = around.user_id and paid.number = around.number
), parts as (
  unpivot amounts on income, saving, discretionary into name part value amount_eur
), changes as (
  select
    event,
    part,
    user_id,
    after_number,
    month_offset,
    is_extra,
    amount_eur - avg(amount_eur) filter (where month_offset < 0 and not is_extra) over one as own_eur,
    case part
      when 'discretionary' then usual - avg(usual) filter (where month_offset < 0 and not is_extra) over one
      when 'saving' then usual_saved - avg(usual_saved) filter (where month_offset < 0 and not is_extra) over one
      else 0
    end as season_eur,
    avg(amount_eur) filter (where month_offset < 0 and not is_extra) over one as before_eur,
    count(*) over one as month_count
  from parts
  window one as (partition by event, part, user_id, after_number)
), per_person as (
  select event, part, user_id, after_number, month_offset, own_eur - season_eur as change_eur, season_eur, before_eur
  from changes
  where month_count = 10 and not is_extra
  union all
  select event, part, user_id, after_number, null, avg(own_eur - season_eur), avg(season_eur), any_value(before_eur)
  from changes
  where month_count = 10 and month_offset > 0 and not is_extra
  group by event, part, user_id, after_number
)
select
  event,
  part,
  month_offset,
  cast(avg(change_eur) as decimal(18, 2)) as change_eur,
  cast(avg(change_eur) - 1.96 * stddev_samp(change_eur) / sqrt(count(*)) as decimal(18, 2)) as low_eur,
  cast(avg(change_eur) + 1.96 * stddev_samp(change_eur) / sqrt(count(*)) as decimal(18, 2)) as high_eur,
  cast(avg(season_eur) as decimal(18, 2)) as season_eur,
  cast(avg(before_eur) as decimal(18, 2)) as before_eur,
  cast(count(distinct user_id) as integer) as person_count
from per_person
group by event, part, month_offset
order by event, part, month_offset nulls last
