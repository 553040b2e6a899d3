-- Which outside parties take the most card payments of people, and what share is that of all?
-- Grain: one row per party, the five largest, and one for all others.
-- Size: bounded: six rows.
-- Legs: needed.
-- Columns: place (1 to 5; 6 for the others), party, paid_eur, share (of everything, 0 to 1), share_of_five (of the five
-- alone, null for the others, which is the wrong answer).
-- The share is taken by a window before anything is cut off.
with parties as (
  select
    counterparties.counterparty_id as counterparty_id,
    counterparties.name as name,
    -sum(transactions.amount_eur) as paid_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  join bank.counterparties on counterparties.counterparty_id = transactions.counterparty_id
  where transactions.channel = 'card'
  group by counterparties.counterparty_id, counterparties.name
), placed as (
  select
    least(row_number() over (order by paid_eur desc, counterparty_id), 6) as place,
    name,
    paid_eur
  from parties
), grouped as (
  select
    place,
    case when place = 6 then 'All others' else min(name) end as party,
    sum(paid_eur) as paid_eur
  from placed
  group by place
)
select
  cast(place as integer) as place,
  party,
  cast(paid_eur as double) as paid_eur,
  cast(paid_eur as double) / sum(cast(paid_eur as double)) over () as share,
  case when place < 6
    then cast(paid_eur as double) / sum(cast(paid_eur as double)) filter (where place < 6) over ()
  end as share_of_five
from grouped
order by place
