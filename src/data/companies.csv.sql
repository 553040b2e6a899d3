-- Which companies are there to choose from?
-- Grain: one row per company, by name.
-- Columns: user_id, name, industry, city.
select
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  users.city as city
from bank.companies
join bank.users on users.user_id = companies.user_id
order by users.name, companies.user_id
