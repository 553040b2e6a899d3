-- Grain and columns: sql/derived/category_months.sql.
select
  month,
  city,
  owner_kind,
  category,
  category_group,
  leg_count,
  customer_count,
  inflow_eur,
  outflow_eur,
  net_eur
from bank.category_months
order by month, city, owner_kind, category
