-- Grain and columns: sql/derived/goal_states.sql.
select
  goal_id,
  user_id,
  name,
  target_eur,
  due_on,
  balance_eur,
  pace_eur,
  first_month,
  reached_month,
  ahead_months,
  state
from bank.goal_states
order by goal_id
