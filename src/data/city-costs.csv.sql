-- What does it cost to live in each city?
-- Grain: one row per city and part of the basket (rent, utilities, groceries, transport, restaurants), over the last
-- twelve complete months; a part with fewer than five regular payers in a city is absent.
-- Size: bounded by cities and parts of the basket.
-- Columns: city, country, part, payer_count (regular payers), cost_eur (their median spending per month), basket_eur (all
-- parts of the city together), basket_error_eur (its standard error), part_count (parts present, 5 for all of them).
-- A regular payer is a main customer (sql/derived/person_relations.sql) who pays for the part in at least half of the
-- months: what is not paid from here at all would otherwise look like a life that costs nothing. Rent is that of tenants.
-- What people pay is not a price: in a dear city they may buy less, and live in smaller homes.
-- The error of a median is 1.2533 standard deviations over the root of the count, and a standard deviation is the distance
-- of the quartiles over 1.349, both as in a normal distribution; the parts' errors add up as independent.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), spending as (
  select
    users.city as city,
    account_flows.category as part,
    accounts.user_id as user_id,
    -sum(account_flows.amount_eur) / (select count(*) from window_months) as monthly_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.users on users.user_id = accounts.user_id
  join bank.person_relations on person_relations.user_id = users.user_id and person_relations.relation = 'main'
  where account_flows.category in ('rent', 'utilities', 'groceries', 'transport', 'restaurants')
    and account_flows.month in (select month from window_months)
  group by users.city, account_flows.category, accounts.user_id
  having count(distinct account_flows.month)
    >= (select count(*) / 2 from window_months)
), parts as (
  select
    city,
    part,
    count(*) as payer_count,
    median(monthly_eur) as cost_eur,
    1.2533 * (quantile_cont(monthly_eur, 0.75) - quantile_cont(monthly_eur, 0.25)) / 1.349 / sqrt(count(*)) as error_eur
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
  cast(sqrt(sum(parts.error_eur ** 2) over (partition by parts.city)) as decimal(18, 2)) as basket_error_eur,
  cast(count(*) over (partition by parts.city) as integer) as part_count
from parts
join bank.cities on cities.city = parts.city
order by basket_eur desc, parts.city, parts.cost_eur desc, parts.part
