-- For how many people is this the bank that their life runs through?
-- Grain: one row per relation (main, second, savings); relations without anybody are absent.
-- Size: bounded: three rows.
-- Columns: relation (sql/derived/person_relations.sql defines them), person_count (people with an account in one of the last
-- twelve complete months).
select relation, cast(count(*) as integer) as person_count
from bank.person_relations
group by relation
order by relation
