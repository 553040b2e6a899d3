-- How much money comes in to people each month, net of what they move between their own accounts?
-- Grain: one row per complete month.
-- Size: bounded by months.
-- Legs: needed.
-- Columns: month (first day), inflow_eur (from others), with_own_eur (own transfers included, which is the wrong answer).
-- A transfer between two accounts of one customer has a leg on each: the leg in is no income of theirs.
select
  cast(months.month as date) as month,
  cast(coalesce(sum(legs.amount_eur) filter (where counter_accounts.user_id is distinct from accounts.user_id), 0) as double)
    as inflow_eur,
  cast(coalesce(sum(legs.amount_eur), 0) as double) as with_own_eur
from bank.months
join bank.transactions legs on date_trunc('month', legs.booked_on) = months.month and legs.amount_eur > 0
join bank.accounts on accounts.account_id = legs.account_id
join bank.individuals on individuals.user_id = accounts.user_id
left join bank.accounts counter_accounts on counter_accounts.account_id = legs.counter_account_id
where months.is_complete
group by months.month
order by months.month
