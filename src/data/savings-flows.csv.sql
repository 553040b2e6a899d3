-- How much goes to savings, and how much comes back out?
-- Grain: one row per complete month and direction (in, out); a direction without a movement is present with 0.
-- Size: bounded by months.
-- Columns: month (first day), direction, amount_eur (below zero where it comes out), person_count (people who moved any),
-- saver_count (people with a savings account in the month).
-- All customers: what is on savings accounts here is known of each of them. Moved means between accounts of one's own here;
-- what leaves an account on the day that it is closed is not counted, because emptying one to leave is no use of it.
with savers as (
  select account_months.month as month, count(distinct accounts.user_id) as saver_count
  from bank.account_months
  join bank.months on months.month = account_months.month and months.is_complete
  join bank.accounts on accounts.account_id = account_months.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  where accounts.kind = 'savings'
  group by account_months.month
), movements as (
  select
    account_flows.month as month,
    accounts.user_id as user_id,
    if(account_flows.is_inflow, 'in', 'out') as direction,
    account_flows.amount_eur as amount_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  where accounts.kind = 'savings'
    and account_flows.category = 'saving'
    and account_flows.other_side <> 'outside'
    and not account_flows.is_closing
), directions as (
  select unnest(['in', 'out']) as direction
)
select
  savers.month as month,
  directions.direction as direction,
  cast(coalesce(sum(movements.amount_eur), 0) as decimal(18, 2)) as amount_eur,
  cast(count(distinct movements.user_id) as integer) as person_count,
  cast(any_value(savers.saver_count) as integer) as saver_count
from savers
cross join directions
left join movements on movements.month = savers.month and movements.direction = directions.direction
group by savers.month, directions.direction
order by savers.month, directions.direction
