-- How much money is in motion, and what of it crosses the border of the bank?
-- Grain: one row per month.
-- Size: bounded by months.
-- Columns: month (first day), customer_count (customers with an open account at the end of the month), in_eur and out_eur
-- (from and to outside parties, both positive), inside_eur (between two customers, counted once), motion_eur (the three
-- together), is_complete (the data hold each day of the month).
-- Transfers between accounts of one owner are left out: nobody was paid.
with legs as (
  select
    month,
    amount_eur,
    other_side = 'outside' as is_border
  from bank.account_flows
  where other_side <> 'own'
), flows as (
  select
    month,
    bank.money_in(is_border, amount_eur) as in_eur,
    bank.money_out(is_border, amount_eur) as out_eur,
    bank.money_in_motion(is_border, amount_eur) as motion_eur
  from legs
  group by month
), customers as (
  select account_months.month as month, bank.customers(accounts.user_id, is_open) as customer_count
  from bank.account_months
  join bank.accounts on accounts.account_id = account_months.account_id
  group by account_months.month
)
select
  months.month as month,
  cast(coalesce(customers.customer_count, 0) as integer) as customer_count,
  cast(coalesce(flows.in_eur, 0) as decimal(18, 2)) as in_eur,
  cast(coalesce(flows.out_eur, 0) as decimal(18, 2)) as out_eur,
  cast(coalesce(flows.motion_eur - flows.in_eur - flows.out_eur, 0) as decimal(18, 2)) as inside_eur,
  cast(coalesce(flows.motion_eur, 0) as decimal(18, 2)) as motion_eur,
  months.is_complete as is_complete
from bank.months
left join flows on flows.month = months.month
left join customers on customers.month = months.month
order by months.month
