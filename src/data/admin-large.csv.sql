-- Which movements of the last month are unusually large for their account?
-- Grain: one row per posting of the last 31 days of the data, the largest first, 40 at most.
-- Size: bounded: 40 postings at most.
-- Columns: transaction_id, booked_at (UTC), account_id, user_id, name and owner_kind of the owner, party_name, category, channel,
-- amount_eur (signed: positive is money in), largest_before_eur (the largest earlier movement of the account in the same
-- direction), times (amount over that), large_count (all such movements, the same in each row).
-- The rule: at least €10,000 and more than three times any earlier movement of the account in the same direction, where the
-- account has at least 30 earlier postings. Transfers between accounts of one owner are left out.
select
  last_postings.transaction_id as transaction_id,
  last_postings.booked_at as booked_at,
  last_postings.account_id as account_id,
  last_postings.user_id as user_id,
  last_postings.name as name,
  last_postings.owner_kind as owner_kind,
  last_postings.party_name as party_name,
  last_postings.category as category,
  last_postings.channel as channel,
  last_postings.amount_eur as amount_eur,
  large_legs.largest_before_eur as largest_before_eur,
  abs(last_postings.amount_eur) / large_legs.largest_before_eur as times,
  cast(count(*) over () as integer) as large_count
from bank.last_postings
join bank.large_legs on large_legs.transaction_id = last_postings.transaction_id
where abs(last_postings.amount_eur) >= 10000
  and abs(last_postings.amount_eur) > 3 * large_legs.largest_before_eur
  and large_legs.before_count >= 30
  and last_postings.party_id is distinct from last_postings.user_id
order by abs(last_postings.amount_eur) desc, last_postings.transaction_id
limit 40
