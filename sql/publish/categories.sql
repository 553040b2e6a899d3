-- Grain: one row per category of src/lib/bank/categories.ts; owner_kind is person, company or both.
select
  category,
  label,
  owner_kind,
  category_group,
  coicop
from bank.categories
order by category
