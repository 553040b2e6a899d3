-- Rule 11: no company becomes a customer before it is founded.
-- Grain: one row per company that breaks the rule.
-- Columns: user_id, founded_on, joined_on, opened_on (its first account).
-- An account may be opened on the day of the founding.
with openings as (
  select user_id, min(opened_on) as opened_on
  from accounts
  group by user_id
)
select
  companies.user_id as user_id,
  companies.founded_on as founded_on,
  users.joined_on as joined_on,
  openings.opened_on as opened_on
from companies
join users on users.user_id = companies.user_id
left join openings on openings.user_id = companies.user_id
where users.joined_on < companies.founded_on
  or openings.opened_on < companies.founded_on
order by companies.user_id
