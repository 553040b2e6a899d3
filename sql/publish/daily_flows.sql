-- Grain and columns: sql/extract/daily_flows.sql.
select
  day,
  owner_kind,
  industry,
  account_kind,
  category,
  channel,
  is_inside,
  is_own_transfer,
  leg_count,
  inflow_eur,
  outflow_eur,
  net_eur
from bank.daily_flows
order by day, owner_kind, coalesce(industry, ''), account_kind, category, channel, is_inside, is_own_transfer
