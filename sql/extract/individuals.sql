-- Grain: one row per person. Columns and units: src/lib/bank/schema.ts.
select
  user_id,
  birth_year,
  occupation,
  employer_id,
  household_size,
  tenure,
  persona
from individuals
order by user_id
