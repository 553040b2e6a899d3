-- Whom can a page speak of?
-- Grain: one row per person with an account.
-- Columns: user_id, name, city (what a picker shows) and relation (main, second or savings, as in
-- sql/derived/person_relations.sql; null for who left before the last twelve complete months): no more, because it is
-- loaded on each page that has a picker.
select
  users.user_id as user_id,
  users.name as name,
  users.city as city,
  person_relations.relation as relation
from bank.users
join bank.individuals on individuals.user_id = users.user_id
left join bank.person_relations on person_relations.user_id = users.user_id
where users.user_id in (select user_id from bank.accounts)
order by users.name, users.user_id
