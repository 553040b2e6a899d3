-- How much was paid in each hour of each day?
-- Grain: one row per day and hour; hours without a payment are absent.
-- Columns: day, hour (0 to 23, UTC), payment_count, moved_eur.
-- A payment inside the bank counts once, where it is paid; transfers between accounts of one owner count too.
select
  booked_on as day,
  extract(hour from booked_at) as hour,
  count(*) as payment_count,
  sum(case when amount_eur < 0 then -amount_eur else amount_eur end) as moved_eur
from transactions
where booked_on <= '2099-12-31'
  and (counter_account_id is null or amount_eur < 0)
group by booked_on, extract(hour from booked_at)
order by booked_on, extract(hour from booked_at)
