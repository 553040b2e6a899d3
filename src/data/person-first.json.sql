-- Who do the pages of a person begin with, before anybody is chosen?
-- Grain: at most one row.
-- Size: bounded: one row.
-- Columns: user_id. A main customer if there is one (of others the bank sees a part), and among them whoever has most to tell:
-- most of a savings goal, a salary in the last complete month, trades, and purchases enough for a lifestyle (sixty in
-- twelve months); then the most instruments, then the longest time here, then the first id.
with last_months as (
  select max(month) as month from bank.months where is_complete
), year_months as (
  select month from bank.months where is_complete order by month desc limit 12
), last_days as (
  select max(day) as day from bank.calendar
), traders as (
  select accounts.user_id as user_id, count(distinct trades.symbol) as symbol_count
  from bank.trades
  join bank.accounts on accounts.account_id = trades.account_id
  group by accounts.user_id
), buyers as (
  select accounts.user_id as user_id
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.categories on categories.category = account_flows.category
  where account_flows.month in (select month from year_months)
    and categories.category_group = 'discretionary'
    and not account_flows.is_inflow
  group by accounts.user_id
  having sum(account_flows.leg_count) >= 60
)
select individuals.user_id as user_id
from bank.individuals
join bank.users on users.user_id = individuals.user_id
left join bank.person_relations on person_relations.user_id = individuals.user_id
left join traders on traders.user_id = individuals.user_id
where individuals.user_id in (
  select user_id from bank.accounts where closed_on is null or closed_on > (select day from last_days)
)
order by
  person_relations.relation is not distinct from 'main' desc,
  (individuals.user_id in (select user_id from bank.goal_states))::integer
  + (individuals.user_id in (
      select user_id from bank.salary_months where month = (select month from last_months)
    ))::integer
  + (traders.user_id is not null)::integer
  + (individuals.user_id in (select user_id from buyers))::integer desc,
  least(coalesce(traders.symbol_count, 0), 5) desc,
  users.joined_on,
  individuals.user_id
limit 1
