-- How far has each savings goal come?
-- Grain: one row per goal of a person whose savings account is open.
-- Columns: goal_id, user_id, person, goal (what for), target_eur, due_on, balance_eur (on savings at the end of the last
-- complete month), pace_eur (its mean change per month), first_month (known of the account), reached_month (null if not
-- yet), state. Definitions: sql/derived/goal_states.sql.
select
  goal_states.goal_id as goal_id,
  goal_states.user_id as user_id,
  users.name as person,
  goal_states.name as goal,
  goal_states.target_eur as target_eur,
  goal_states.due_on as due_on,
  goal_states.balance_eur as balance_eur,
  goal_states.pace_eur as pace_eur,
  goal_states.first_month as first_month,
  goal_states.reached_month as reached_month,
  goal_states.state as state
from bank.goal_states
join bank.users on users.user_id = goal_states.user_id
order by goal_states.due_on, goal_states.goal_id
