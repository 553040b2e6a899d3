-- Grain: one row per customer or administrator. Columns and units: src/lib/bank/schema.ts.
-- Withheld: email.
select
  user_id,
  kind,
  name,
  city,
  joined_on
from bank.users
order by user_id
