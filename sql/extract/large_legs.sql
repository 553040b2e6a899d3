-- What had an account moved before each large leg of the last 31 days?
-- Grain: one row per leg of EUR 10,000 or more in the last 31 days on an account with earlier legs.
-- Columns: transaction_id, largest_before_eur (the largest earlier leg of the account in the same direction, positive; null
-- without one), before_count (earlier legs of the account).
with large as (
  select transaction_id, account_id, amount_eur
  from transactions
  where booked_on <= '2099-12-31'
    and booked_on > (select max(day) from calendar where day <= '2099-12-31') - interval 31 day
    and (amount_eur >= 10000 or amount_eur <= -10000)
)
select
  large.transaction_id as transaction_id,
  max(
    case
      when large.amount_eur > 0 and earlier.amount_eur > 0 then earlier.amount_eur
      when large.amount_eur < 0 and earlier.amount_eur < 0 then -earlier.amount_eur
    end
  ) as largest_before_eur,
  count(*) as before_count
from large
join transactions earlier on earlier.account_id = large.account_id
where earlier.transaction_id < large.transaction_id
group by large.transaction_id
order by large.transaction_id
