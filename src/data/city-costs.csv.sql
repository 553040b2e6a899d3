-- What does it cost to live in each city?
-- Grain: one row per city and part of the basket (rent, utilities, groceries, transport, restaurants), over the last
-- twelve complete months; a part with fewer than five regular payers in a city is absent.
-- Columns: city, country, part, payer_count (regular payers), cost_eur (their median spending per month),
-- basket_eur (all parts of the city together), part_count (parts present, 5 for a whole basket).
-- A regular payer pays for the part in at least half of the months. Many keep a second account elsewhere, and
-- what is not paid from here at all would otherwise look like a life that costs nothing. Rent is that of tenants.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), spending as (
  select
    users.city as city,
    transactions.category as part,
    accounts.user_id as user_id,
    -sum(transactions.amount_eur) / (select count(*) from window_months) as monthly_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.users on users.user_id = accounts.user_id and users.kind = 'individual'
  where transactions.category in ('rent', 'utilities', 'groceries', 'transport', 'restaurants')
    and date_trunc('month', transactions.booked_on) in (select month from window_months)
  group by users.city, transactions.category, accounts.user_id
  having count(distinct date_trunc('month', transactions.booked_on))
    >= (select count(*) / 2 from window_months)
), parts as (
  select city, part, count(*) as payer_count, median(monthly_eur) as cost_eur
  from spending
  group by city, part
  having count(*) >= 5
)
select
  parts.city as city,
  cities.country as country,
  parts.part as part,
  cast(parts.payer_count as integer) as payer_count,
  cast(parts.cost_eur as decimal(18, 2)) as cost_eur,
  cast(sum(parts.cost_eur) over (partition by parts.city) as decimal(18, 2)) as basket_eur,
  cast(count(*) over (partition by parts.city) as integer) as part_count
from parts
join bank.cities on cities.city = parts.city
order by basket_eur desc, parts.city, parts.cost_eur desc, parts.part
