-- Grain: one row per company. Columns and units: src/lib/bank/schema.ts.
select
  user_id,
  industry,
  size_band,
  founded_on
from companies
order by user_id
