-- Which movements of the last month are unusually large for their account?
-- Grain: one row per posting of the last 31 days of the data, the largest first.
-- Columns: transaction_id, booked_at (UTC), account_id, user_id, name and owner_kind of the owner, party_name, category, channel,
-- amount_eur (signed: positive is money in), largest_before_eur (the largest earlier movement of the account in the same
-- direction), times (amount over that).
-- The rule: at least €10,000 and more than three times any earlier movement of the account in the same direction, where the
-- account has at least 30 earlier postings. Transfers between accounts of one owner are left out.
with last_days as (
  select max(day) as day from bank.calendar
), postings as (
  select
    transactions.*,
    max(abs(amount_eur)) over (
      partition by account_id, amount_eur > 0
      order by transaction_id
      rows between unbounded preceding and 1 preceding
    ) as largest_before_eur,
    count(*) over (partition by account_id order by transaction_id) - 1 as before_count
  from bank.transactions
)
select
  postings.transaction_id as transaction_id,
  postings.booked_at as booked_at,
  postings.account_id as account_id,
  users.user_id as user_id,
  users.name as name,
  users.kind as owner_kind,
  coalesce(counter_users.name, counterparties.name) as party_name,
  postings.category as category,
  postings.channel as channel,
  postings.amount_eur as amount_eur,
  postings.largest_before_eur as largest_before_eur,
  abs(postings.amount_eur) / postings.largest_before_eur as times
from postings
join bank.accounts on accounts.account_id = postings.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.counterparties on counterparties.counterparty_id = postings.counterparty_id
left join bank.accounts counter_accounts on counter_accounts.account_id = postings.counter_account_id
left join bank.users counter_users on counter_users.user_id = counter_accounts.user_id
where postings.booked_on > (select day from last_days) - interval 31 day
  and abs(postings.amount_eur) >= 10000
  and abs(postings.amount_eur) > 3 * postings.largest_before_eur
  and postings.before_count >= 30
  and counter_users.user_id is distinct from users.user_id
order by abs(postings.amount_eur) desc, postings.transaction_id
