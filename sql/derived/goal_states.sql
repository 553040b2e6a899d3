-- How far has each savings goal come?
-- Grain: one row per goal of a person whose savings account is open at the end of the last complete month.
-- Columns: goal_id, user_id, name, target_eur, due_on, balance_eur (on savings at the end of the last complete
-- month), pace_eur (its median change per month over the last twelve complete months; all, if fewer), first_month
-- (the first complete month known of the account), reached_month (the month in which savings first held the target or
-- more, at any instant up to the end of the last complete month; null if they never did), ahead_months (from the last
-- complete month to that of due_on; below zero where it is past), state: reached (reached_month is there, even if the
-- money has been spent since, or came late), overdue (not reached, and due_on is past), on_track (not due, and balance +
-- pace × months to go is the target or more), behind (not due, and it is not).
-- A goal is an amount on the savings account, so two goals of one person are held against the same money. What is reached
-- may be bought within the month, so its end would not show it. The pace is a median because one purchase out of savings
-- would make a mean of twelve months say that nothing is put aside.
with complete_months as (
  select month, row_number() over (order by month desc) as age from bank.months where is_complete
), savings as (
  select
    accounts.user_id as user_id,
    account_months.month as month,
    complete_months.age as age,
    sum(account_months.net_eur) as net_eur,
    sum(account_months.closing_balance_eur) as balance_eur
  from bank.account_months
  join complete_months on complete_months.month = account_months.month
  join bank.accounts on accounts.account_id = account_months.account_id
  where accounts.kind = 'savings'
    and (accounts.closed_on is null or accounts.closed_on > (select last_day(max(month)) from complete_months))
  group by accounts.user_id, account_months.month, complete_months.age
), accounts_now as (
  select
    user_id,
    min(month) as first_month,
    max(month) as last_month,
    arg_max(balance_eur, month) as balance_eur,
    median(net_eur) filter (where age <= 12) as pace_eur
  from savings
  group by user_id
), reached as (
  select savings_goals.goal_id as goal_id, greatest(min(savings_peaks.month), any_value(first_month)) as reached_month
  from bank.savings_goals
  join accounts_now on accounts_now.user_id = savings_goals.user_id
  join bank.savings_peaks
    on savings_peaks.user_id = savings_goals.user_id
    and savings_peaks.peak_eur >= savings_goals.target_eur
    and savings_peaks.month <= accounts_now.last_month
  group by savings_goals.goal_id
), goals as (
  select
    savings_goals.goal_id as goal_id,
    savings_goals.user_id as user_id,
    savings_goals.name as name,
    savings_goals.target_eur as target_eur,
    savings_goals.due_on as due_on,
    accounts_now.balance_eur as balance_eur,
    cast(accounts_now.pace_eur as decimal(18, 2)) as pace_eur,
    accounts_now.first_month as first_month,
    reached.reached_month as reached_month,
    datediff('month', accounts_now.last_month, date_trunc('month', savings_goals.due_on)) as ahead_months
  from bank.savings_goals
  join accounts_now on accounts_now.user_id = savings_goals.user_id
  left join reached on reached.goal_id = savings_goals.goal_id
)
select
  goal_id,
  user_id,
  name,
  target_eur,
  due_on,
  cast(balance_eur as decimal(18, 2)) as balance_eur,
  pace_eur,
  first_month,
  reached_month,
  cast(ahead_months as integer) as ahead_months,
  case
    when reached_month is not null then 'reached'
    when ahead_months <= 0 then 'overdue'
    when balance_eur + pace_eur * ahead_months >= target_eur then 'on_track'
    else 'behind'
  end as state
from goals
order by goal_id
