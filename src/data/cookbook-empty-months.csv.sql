-- How much did one security pay per share in each month, months without a dividend included?
-- Grain: one row per complete month; a month without a dividend is present with 0.
-- Size: bounded by months.
-- Columns: month (first day), symbol (the security with most dividends), paid (per share, in its currency),
-- mean_paid (over all months), mean_of_paying (over the months with a dividend only, which is the wrong answer).
with chosen as (
  select symbol
  from bank.dividends
  group by symbol
  order by count(*) desc, symbol
  limit 1
), payments as (
  select date_trunc('month', dividends.paid_on) as month, sum(dividends.amount) as paid
  from bank.dividends
  join chosen on chosen.symbol = dividends.symbol
  group by date_trunc('month', dividends.paid_on)
)
select
  cast(months.month as date) as month,
  chosen.symbol as symbol,
  cast(coalesce(payments.paid, 0) as double) as paid,
  avg(cast(coalesce(payments.paid, 0) as double)) over () as mean_paid,
  avg(cast(payments.paid as double)) over () as mean_of_paying
from bank.months
cross join chosen
left join payments on payments.month = months.month
where months.is_complete
order by months.month
