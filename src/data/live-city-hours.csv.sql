-- At which hours do the customers of a city pay by card?
-- Grain: one row per city and hour of the day; hours without a payment are present with 0.
-- Size: bounded by cities and hours.
-- Columns: city, hour (0 to 23, UTC), payment_count (by card, of the whole history), share (of the city's, 0 to 1).
with cities as (
  select city, sum(payment_count) as payment_count, unnest(range(24)) as hour
  from bank.card_hours
  group by city
)
select
  cities.city as city,
  cast(cities.hour as integer) as hour,
  cast(coalesce(card_hours.payment_count, 0) as integer) as payment_count,
  round(coalesce(card_hours.payment_count, 0) / cities.payment_count, 5) as share
from cities
left join bank.card_hours on card_hours.city = cities.city and card_hours.hour = cities.hour
order by city, hour
