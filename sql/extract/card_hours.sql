-- At which hours do the customers of each city pay by card?
-- Grain: one row per city and hour of the day; hours without a payment are absent.
-- Columns: city, hour (0 to 23, UTC), payment_count (of the whole history).
select
  users.city as city,
  extract(hour from transactions.booked_at) as hour,
  count(*) as payment_count
from transactions
join accounts on accounts.account_id = transactions.account_id
join users on users.user_id = accounts.user_id
where transactions.booked_on <= '2099-12-31'
  and transactions.channel = 'card'
  and transactions.amount_eur < 0
group by users.city, extract(hour from transactions.booked_at)
order by users.city, extract(hour from transactions.booked_at)
