-- Who is this person?
-- Grain: one row per person with an account.
-- Size: by key, a person each.
-- Columns: key and user_id, name, city, relation (main, second or savings, as in sql/derived/person_relations.sql; null
-- for who left before the last twelve complete months), age (in whole years at the end of the data's last year),
-- occupation, employer (its name; null without), household_size, tenure, joined_on, is_open (has an open account).
with last_days as (
  select max(day) as day from bank.calendar
), owners as (
  select user_id, bool_or(closed_on is null or closed_on > (select day from last_days)) as is_open
  from bank.accounts
  group by user_id
)
select
  users.user_id as key,
  users.user_id as user_id,
  users.name as name,
  users.city as city,
  person_relations.relation as relation,
  cast(year((select day from last_days)) - individuals.birth_year as integer) as age,
  individuals.occupation as occupation,
  employers.name as employer,
  individuals.household_size as household_size,
  individuals.tenure as tenure,
  users.joined_on as joined_on,
  owners.is_open as is_open
from bank.users
join bank.individuals on individuals.user_id = users.user_id
join owners on owners.user_id = users.user_id
left join bank.users employers on employers.user_id = individuals.employer_id
left join bank.person_relations on person_relations.user_id = users.user_id
order by key
