-- Grain and columns: sql/derived/person_relations.sql.
select
  user_id,
  relation,
  month_count,
  income_month_count,
  payments_per_month
from bank.person_relations
order by user_id
