-- Grain: one row per customer or administrator. Columns and units: src/lib/bank/schema.ts.
select
  user_id,
  kind,
  name,
  email,
  city,
  joined_on
from users
order by user_id
