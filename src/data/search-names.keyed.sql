-- Who is called like that?
-- Grain: one row per key and customer: the customer's id, and each beginning of a name, with at most the twenty best of those
-- who have it: first who has it as a whole word, then whose name begins with it, then main customers, then by name. A name
-- has a beginning for each of its words: that word, and the others after it (`backer matti`). A longer beginning is there only
-- where the one before has more than twenty names.
-- Size: by key, twenty names each.
-- Columns: key (the id; or individual or company and the beginning, without case and accents: `individual backer m`),
-- user_id, name, city, industry (null for people), match_count (customers with this key).
with folded as (
  select
    users.user_id as user_id,
    users.kind as kind,
    users.name as name,
    users.city as city,
    companies.industry as industry,
    coalesce(person_relations.relation = 'main', false) as is_main,
    regexp_extract_all(lower(strip_accents(replace(users.name, 'ß', 'ss'))), '[\p{L}\p{N}]+') as words
  from bank.users
  left join bank.companies on companies.user_id = users.user_id
  left join bank.person_relations on person_relations.user_id = users.user_id
  where users.user_id in (select user_id from bank.accounts)
), spelled as (
  select folded.*, unnest(range(1, len(words) + 1)) as first_word
  from folded
), texts as (
  select
    spelled.*,
    array_to_string(list_concat(words[first_word:], words[:first_word - 1]), ' ') as spelling
  from spelled
), beginnings as (
  select texts.*, rtrim(left(spelling, beginning_length)) as beginning
  from (select texts.*, unnest(range(1, length(spelling) + 1)) as beginning_length from texts) texts
  where substr(spelling, beginning_length, 1) != ' '
), counted as (
  select kind, beginning, count(distinct user_id) as match_count
  from beginnings
  group by kind, beginning
), kept as (
  select counted.*
  from counted
  left join counted as shorter
    on shorter.kind = counted.kind
    and shorter.beginning = rtrim(left(counted.beginning, length(counted.beginning) - 1))
  where coalesce(shorter.match_count, 21) > 20
), ranked as (
  select
    beginnings.kind || ' ' || kept.beginning as key,
    beginnings.user_id as user_id,
    any_value(beginnings.name) as name,
    any_value(beginnings.city) as city,
    any_value(beginnings.industry) as industry,
    any_value(kept.match_count) as match_count,
    row_number() over (
      partition by key
      order by
        bool_or((beginnings.spelling || ' ') like kept.beginning || ' %') desc,
        bool_or(beginnings.first_word = 1) desc,
        any_value(beginnings.is_main) desc,
        any_value(beginnings.name),
        beginnings.user_id
    ) as place
  from beginnings
  join kept on kept.kind = beginnings.kind and kept.beginning = beginnings.beginning
  group by beginnings.kind, kept.beginning, beginnings.user_id
)
select key, user_id, name, city, industry, cast(match_count as integer) as match_count
from (
  select key, user_id, name, city, industry, match_count, place from ranked where place <= 20
  union all
  select user_id, user_id, name, city, industry, 1, 1 from folded
) keyed
order by key, place
