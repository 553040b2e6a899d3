-- Grain: one row per savings goal. Columns and units: src/lib/bank/schema.ts.
select
  goal_id,
  user_id,
  name,
  target_eur,
  due_on
from savings_goals
order by goal_id
