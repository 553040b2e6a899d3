-- How many savings goals are reached, on track, behind and overdue?
-- Grain: one row per kind of goal and state; combinations without goals are absent.
-- Size: bounded by kinds and states of goals.
-- Columns: name (what for), state (reached, on_track, behind, overdue; sql/derived/goal_states.sql defines them),
-- goal_count, month (the last complete month, at whose end the states are).
select
  name,
  state,
  cast(count(*) as integer) as goal_count,
  (select max(month) from bank.months where is_complete) as month
from bank.goal_states
group by name, state
order by name, state
