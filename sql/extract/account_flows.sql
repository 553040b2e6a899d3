-- What moved on each account in each month, and for what?
-- Grain: one row per account, month, category, channel, other side, direction and closing or not; combinations without
-- legs are absent.
-- Columns: account_id, month (first day), category, channel, other_side (outside, customer or own: who has the account on the
-- other side), is_inflow, is_closing (money out on the day on which the account was closed), leg_count, amount_eur (signed:
-- positive is money in).
-- A sum over legs whose terms depend on these columns alone is the same sum over these rows.
with legs as (
  select
    transactions.account_id as account_id,
    calendar.month as month,
    transactions.category as category,
    transactions.channel as channel,
    case
      when transactions.counter_account_id is null then 'outside'
      when counter_accounts.user_id = accounts.user_id then 'own'
      else 'customer'
    end as other_side,
    case when transactions.amount_eur > 0 then 1 else 0 end as is_inflow,
    case when transactions.booked_on = accounts.closed_on and transactions.amount_eur < 0 then 1 else 0 end as is_closing,
    transactions.amount_eur as amount_eur
  from transactions
  join accounts on accounts.account_id = transactions.account_id
  join calendar on calendar.day = transactions.booked_on
  left join accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
  where transactions.booked_on <= '2099-12-31'
)
select
  account_id,
  month,
  category,
  channel,
  other_side,
  is_inflow,
  is_closing,
  count(*) as leg_count,
  sum(amount_eur) as amount_eur
from legs
group by account_id, month, category, channel, other_side, is_inflow, is_closing
order by account_id, month, category, channel, other_side, is_inflow, is_closing
