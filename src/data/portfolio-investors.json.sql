-- Who invests here?
-- Grain: one row per customer whose brokerage account has at least one trade.
-- Columns: user_id, name, city.
select
  users.user_id as user_id,
  users.name as name,
  users.city as city
from bank.users
where users.user_id in (
  select accounts.user_id
  from bank.accounts
  join bank.trades on trades.account_id = accounts.account_id
)
order by users.name, users.user_id
