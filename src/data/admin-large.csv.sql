-- Which movements of the last month are unusually large for their account?
-- Grain: one row per posting of the last 31 days of the data, the largest first, 40 at most.
-- Size: bounded: 40 postings at most.
-- Columns: transaction_id, booked_at (UTC), account_id, user_id, name and owner_kind of the owner, party_name, category, channel,
-- amount_eur (signed: positive is money in), largest_before_eur (the largest earlier movement of the account in the same
-- direction), times (amount over that), large_count (all such movements, the same in each row).
-- The rule: at least €10,000 and more than three times any earlier movement of the account in the same direction, where the
-- account has at least 30 earlier postings. Transfers between accounts of one owner are left out.
with candidates as (
  select *
  from bank.last_postings
  where abs(amount_eur) >= 10000 and party_id is distinct from user_id
), pasts as (
  select
    transaction_id,
    max(abs(amount_eur)) over (
      partition by account_id, amount_eur > 0
      order by transaction_id
      rows between unbounded preceding and 1 preceding
    ) as largest_before_eur,
    count(*) over (partition by account_id order by transaction_id) - 1 as before_count
  from bank.transactions
  where account_id in (select account_id from candidates)
)
select
  candidates.transaction_id as transaction_id,
  candidates.booked_at as booked_at,
  candidates.account_id as account_id,
  candidates.user_id as user_id,
  candidates.name as name,
  candidates.owner_kind as owner_kind,
  candidates.party_name as party_name,
  candidates.category as category,
  candidates.channel as channel,
  candidates.amount_eur as amount_eur,
  pasts.largest_before_eur as largest_before_eur,
  abs(candidates.amount_eur) / pasts.largest_before_eur as times,
  cast(count(*) over () as integer) as large_count
from candidates
join pasts on pasts.transaction_id = candidates.transaction_id
where abs(candidates.amount_eur) > 3 * pasts.largest_before_eur and pasts.before_count >= 30
order by abs(candidates.amount_eur) desc, candidates.transaction_id
limit 40
