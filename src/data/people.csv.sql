-- Whom can a page speak of?
-- Grain: one row per person with an account.
-- Columns: user_id, name, city: what a picker shows, and no more, because it is loaded on each page that has one.
select
  users.user_id as user_id,
  users.name as name,
  users.city as city
from bank.users
join bank.individuals on individuals.user_id = users.user_id
where users.user_id in (select user_id from bank.accounts)
order by users.name, users.user_id
