-- What does one person put aside, what has it come to, and when did the pay change?
-- Grain: one row per person with an account open at the end of the last complete month; months stand in lists.
-- Size: by key, a person each.
-- Columns: key and user_id, first_month (of savings_eur: the first complete month with a savings account), savings_eur (a value
-- per month, on savings at its end, in whole euros; empty without an account), liquid_eur (checking and savings at the
-- end of the last month); over the last twelve complete months (all, if fewer) and of main customers only
-- (sql/derived/person_relations.sql; null for all others, of whom a part is seen): saved_of_salary (null for who has a
-- salary in fewer than half of them), savings_rate (null without income), months_covered (null for who has been here for
-- fewer than three months), and where that is among the main customers who have one: saver_rank and covered_rank (the
-- share of the others who have less, 0 to 1; null for the only one); and one list each for the changes of pay:
-- move_months (first day), move_kinds (raise: the same payer pays at least 0.5 % more than the month before; cut: less;
-- job: another payer pays), move_shares (pay against the last pay before; 0.02 is 2 % more). Pay is what is paid every month
-- (regular_eur of sql/derived/salary_months.sql): a thirteenth salary is no raise.
with complete_months as (
  select month, row_number() over (order by month desc) as age from bank.months where is_complete
), people as (
  select distinct user_id from bank.accounts
  where user_id in (select user_id from bank.individuals)
    and (closed_on is null or closed_on > (select last_day(max(month)) from complete_months))
), balances as (
  select
    accounts.user_id as user_id,
    min(account_months.month) as first_month,
    -- sorted when it is whole: an ordered aggregate takes a quarter of a megabyte a person
    list_sort(list({
      month: account_months.month, savings_eur: cast(round(account_months.closing_balance_eur) as bigint)
    })) as months
  from bank.account_months
  join complete_months on complete_months.month = account_months.month
  join bank.accounts on accounts.account_id = account_months.account_id
  where accounts.kind = 'savings'
    and (accounts.closed_on is null or accounts.closed_on > (select last_day(max(month)) from complete_months))
  group by accounts.user_id
), own_months as (
  select
    person_months.user_id as user_id,
    arg_max(liquid_balance_eur, person_months.month) as liquid_eur,
    any_value(person_relations.relation) = 'main' as is_main,
    if(
      is_main and 2 * count(*) filter (where salary_eur > 0) >= count(*), bank.saved_of_salary(saved_eur, salary_eur), null
    ) as saved_of_salary,
    if(is_main, bank.savings_rate(saved_eur, income_eur), null) as savings_rate,
    if(
      is_main and count(*) >= least(3, (select count(*) from complete_months)),
      bank.months_covered(person_months.month, liquid_balance_eur, fixed_eur, discretionary_eur),
      null
    ) as months_covered
  from bank.person_months
  join complete_months on complete_months.month = person_months.month and complete_months.age <= 12
  join bank.person_relations on person_relations.user_id = person_months.user_id
  group by person_months.user_id
), ranks as (
  select
    own_months.user_id as user_id,
    count(saved_of_salary) over () as saver_count,
    count(months_covered) over () as covered_count,
    percent_rank() over (partition by saved_of_salary is null order by round(saved_of_salary, 6)) as saver_rank,
    percent_rank() over (partition by months_covered is null order by round(months_covered, 4)) as covered_rank
  from own_months
  where user_id in (select user_id from people)
), paid as (
  select
    user_id,
    salary_months.month as month,
    complete_months.age as age,
    arg_max(payer_id, pay_eur) as payer_id,
    cast(sum(regular_eur) as double) as pay_eur
  from bank.salary_months
  join complete_months on complete_months.month = salary_months.month
  group by user_id, salary_months.month, complete_months.age
), steps as (
  select
    user_id,
    month,
    payer_id <> lag(payer_id) over person as is_other_payer,
    lag(age) over person = age + 1 as is_next_month,
    pay_eur / lag(pay_eur) over person - 1 as pay_share
  from paid
  window person as (partition by user_id order by month)
), moves as (
  select
    user_id,
    list_sort(list({
      month: month,
      kind: if(is_other_payer, 'job', if(pay_share > 0, 'raise', 'cut')),
      share: round(pay_share, 4)
    })) as moves
  from steps
  where is_other_payer or (is_next_month and abs(pay_share) >= 0.005)
  group by user_id
)
select
  people.user_id as key,
  people.user_id as user_id,
  balances.first_month as first_month,
  coalesce([of_month.savings_eur for of_month in balances.months], []) as savings_eur,
  own_months.liquid_eur as liquid_eur,
  round(own_months.saved_of_salary, 6) as saved_of_salary,
  round(own_months.savings_rate, 6) as savings_rate,
  round(own_months.months_covered, 4) as months_covered,
  if(own_months.saved_of_salary is null or saver_count < 2, null, saver_rank) as saver_rank,
  if(own_months.months_covered is null or covered_count < 2, null, covered_rank) as covered_rank,
  coalesce([move.month for move in moves.moves], []) as move_months,
  coalesce([move.kind for move in moves.moves], []) as move_kinds,
  coalesce([move.share for move in moves.moves], []) as move_shares
from people
join own_months on own_months.user_id = people.user_id
join ranks on ranks.user_id = people.user_id
left join balances on balances.user_id = people.user_id
left join moves on moves.user_id = people.user_id
order by key
