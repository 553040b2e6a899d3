-- Who banks here, with which accounts, and what is in them?
-- Grain: one row per kind of owner and of account that is open on the last day of the data.
-- Size: bounded by kinds of accounts.
-- Columns: owner_kind (individual, company), account_kind (checking, savings, brokerage), customer_count, account_count,
-- overdrawn_count (below zero), balance_eur (at the end of the last day; brokerage: cash only), before_balance_eur
-- (at the end of the month before, over accounts that were open then).
with latest as (
  select max(month) as month from bank.months
)
select
  users.kind as owner_kind,
  accounts.kind as account_kind,
  cast(count(distinct users.user_id) filter (where account_months.is_open and is_now) as integer) as customer_count,
  cast(count_if(account_months.is_open and is_now) as integer) as account_count,
  cast(count_if(account_months.closing_balance_eur < 0 and is_now) as integer) as overdrawn_count,
  cast(coalesce(sum(account_months.closing_balance_eur) filter (where is_now), 0) as decimal(18, 2)) as balance_eur,
  cast(coalesce(sum(account_months.closing_balance_eur) filter (where not is_now), 0) as decimal(18, 2)) as before_balance_eur
from (
  select *, month = (select month from latest) as is_now
  from bank.account_months
  where month >= (select month from latest) - interval 1 month
) account_months
join bank.accounts on accounts.account_id = account_months.account_id
join bank.users on users.user_id = accounts.user_id
group by users.kind, accounts.kind
order by users.kind desc, accounts.kind
