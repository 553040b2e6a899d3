-- Rule 6: the bank closes: all balances are the opening balances plus what crossed the border of the bank.
-- Grain: one row, if the bank does not close.
-- Columns: opening_eur, crossed_eur, balance_eur, difference_eur, stray_leg_count, first_stray_id.
-- A leg crosses the border when it names an outside party. A stray leg is neither that nor part of a
-- transfer: money from nowhere.
-- In full: the bank closes: all balances = all opening balances + everything that crossed the outside border.
with openings as (
  select coalesce(sum(opening_balance_eur), 0) as opening_eur
  from accounts
),
legs as (
  select
    coalesce(sum(amount_eur), 0) as moved_eur,
    coalesce(sum(case when counterparty_id is not null then amount_eur else 0 end), 0) as crossed_eur,
    coalesce(sum(case when counterparty_id is null and transfer_id is null then 1 else 0 end), 0) as stray_leg_count,
    min(case when counterparty_id is null and transfer_id is null then transaction_id else null end) as first_stray_id
  from transactions
)
select
  openings.opening_eur as opening_eur,
  legs.crossed_eur as crossed_eur,
  openings.opening_eur + legs.moved_eur as balance_eur,
  legs.moved_eur - legs.crossed_eur as difference_eur,
  legs.stray_leg_count as stray_leg_count,
  legs.first_stray_id as first_stray_id
from openings
cross join legs
where legs.moved_eur <> legs.crossed_eur or legs.stray_leg_count > 0
order by openings.opening_eur
