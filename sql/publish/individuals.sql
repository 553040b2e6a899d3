-- Grain: one row per person. Columns and units: src/lib/bank/schema.ts.
-- Withheld: persona, which analyses never read.
select
  user_id,
  birth_year,
  occupation,
  employer_id,
  household_size,
  tenure
from bank.individuals
order by user_id
