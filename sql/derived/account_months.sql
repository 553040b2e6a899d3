-- What does each account hold at the end of each month, and what moved on it?
-- Grain: one row per account and month from opening to closing; months without legs are present with 0.
-- Columns: account_id, month (first day), is_open (at the end of the month: an account closed in the month is not, so
-- that who is counted at the end of it is there), leg_count, net_eur (the sum of all legs, own transfers included),
-- closing_balance_eur (at the end of the month).
with open_months as (
  select
    accounts.account_id as account_id,
    accounts.opening_balance_eur as opening_balance_eur,
    months.month as month,
    coalesce(accounts.closed_on > last_day(months.month), true) as is_open
  from bank.accounts
  join bank.months
    on months.month >= date_trunc('month', accounts.opened_on)
    and months.month <= coalesce(accounts.closed_on, months.month)
), flows as (
  select account_id, month, sum(leg_count) as leg_count, sum(amount_eur) as net_eur
  from bank.account_flows
  group by account_id, month
)
select
  open_months.account_id as account_id,
  open_months.month as month,
  open_months.is_open as is_open,
  cast(coalesce(flows.leg_count, 0) as integer) as leg_count,
  cast(coalesce(flows.net_eur, 0) as decimal(18, 2)) as net_eur,
  cast(
    open_months.opening_balance_eur
    + sum(coalesce(flows.net_eur, 0)) over (
      partition by open_months.account_id order by open_months.month
    ) as decimal(18, 2)
  ) as closing_balance_eur
from open_months
left join flows
  on flows.account_id = open_months.account_id and flows.month = open_months.month
order by open_months.account_id, open_months.month
