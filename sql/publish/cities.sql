-- Grain: one row per city. Columns and units: src/lib/bank/schema.ts.
select
  city,
  country,
  population,
  rent_index
from bank.cities
order by city
