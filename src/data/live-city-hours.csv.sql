-- At which hours do the customers of a city pay by card?
-- Grain: one row per city and hour of the day; hours without a payment are present with 0.
-- Size: bounded by cities and hours.
-- Columns: city, hour (0 to 23, UTC), payment_count (by card, of the whole history), share (of the city's, 0 to 1).
with payments as (
  select users.city as city, hour(transactions.booked_at) as hour, count(*) as payment_count
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.users on users.user_id = accounts.user_id
  where transactions.channel = 'card' and transactions.amount_eur < 0
  group by users.city, hour(transactions.booked_at)
), cities as (
  select city, sum(payment_count) as payment_count, unnest(range(24)) as hour
  from payments
  group by city
)
select
  cities.city as city,
  cast(cities.hour as integer) as hour,
  cast(coalesce(payments.payment_count, 0) as integer) as payment_count,
  round(coalesce(payments.payment_count, 0) / cities.payment_count, 5) as share
from cities
left join payments on payments.city = cities.city and payments.hour = cities.hour
order by city, hour
