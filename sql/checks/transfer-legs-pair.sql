-- Rule 1: a transfer inside the bank leaves one account and arrives in another: the same amount at the same instant.
-- Grain: one row per transfer that breaks the rule.
-- Columns: transfer_id, leg_count, account_count, sum_eur, first_booked_at, last_booked_at, unpaired_legs.
-- A leg belongs to a transfer when it carries a transfer_id. unpaired_legs counts the legs whose
-- counter_account_id is not the account of the other leg, or is missing.
-- In full: the legs of an internal transfer sum to zero, share the instant, and sit on two different inside accounts, each naming the other.
with legs as (
  select
    transfer_id,
    count(*) as leg_count,
    count(distinct account_id) as account_count,
    sum(amount_eur) as sum_eur,
    min(booked_at) as first_booked_at,
    max(booked_at) as last_booked_at,
    min(account_id) as low_account_id,
    max(account_id) as high_account_id,
    min(counter_account_id) as low_counter_id,
    max(counter_account_id) as high_counter_id,
    sum(case when counter_account_id is null or counter_account_id = account_id then 1 else 0 end) as unpaired_legs
  from transactions
  where transfer_id is not null
  group by transfer_id
)
select transfer_id, leg_count, account_count, sum_eur, first_booked_at, last_booked_at, unpaired_legs
from legs
where leg_count <> 2
  or account_count <> 2
  or sum_eur <> 0
  or first_booked_at <> last_booked_at
  or unpaired_legs > 0
  or low_counter_id <> low_account_id
  or high_counter_id <> high_account_id
order by transfer_id
