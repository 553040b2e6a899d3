-- How far has each savings goal of a person come?
-- Grain: one row per goal of a person whose savings account is open, the first due first.
-- Size: by key, a person each.
-- Columns: key (the person), goal_id, user_id, goal (what for), target_eur, due_on, balance_eur (in savings at the end of
-- the last complete month), pace_eur (its median change per month), first_month (known of the account), reached_month
-- (null if not yet), state. Definitions: sql/derived/goal_states.sql.
select
  goal_states.user_id as key,
  goal_states.goal_id as goal_id,
  goal_states.user_id as user_id,
  goal_states.name as goal,
  goal_states.target_eur as target_eur,
  goal_states.due_on as due_on,
  goal_states.balance_eur as balance_eur,
  goal_states.pace_eur as pace_eur,
  goal_states.first_month as first_month,
  goal_states.reached_month as reached_month,
  goal_states.state as state
from bank.goal_states
order by key, goal_states.due_on, goal_states.goal_id
