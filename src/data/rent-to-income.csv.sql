-- How much of their income do tenants pay in rent?
-- Grain: one row per band of five percentage points of rent to income, from 0 to 100 and above; bands without
-- tenants are present with 0.
-- Size: bounded by bands.
-- Columns: band_from (lower end, as a share of income; 1 stands for all above), tenant_count, tenant_total (all
-- bands), overburdened_count (of them, those who pay 40% or more), median_share (of all tenants), window_from and window_to (first and last month added up).
-- Rent and income are added up over the last twelve complete months (all, if fewer) for each tenant who is a main customer
-- (sql/derived/person_relations.sql) and had both: of other tenants, this bank sees a part of the income.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), tenants as (
  select person_months.user_id as user_id, bank.rent_to_income(rent_eur, income_eur) as rent_share
  from bank.person_months
  join bank.individuals on individuals.user_id = person_months.user_id
  join bank.person_relations on person_relations.user_id = person_months.user_id
  where individuals.tenure = 'tenant' and person_relations.relation = 'main' and month in (select month from window_months)
  group by person_months.user_id
  having sum(rent_eur) > 0 and sum(income_eur) > 0
), banded as (
  select cast(least(floor(rent_share * 20), 20) as integer) as band, count(*) as tenant_count
  from tenants
  group by band
)
select
  bands.band / 20 as band_from,
  cast(coalesce(banded.tenant_count, 0) as integer) as tenant_count,
  cast((select count(*) from tenants) as integer) as tenant_total,
  cast((select count(*) from tenants where rent_share >= 0.4) as integer) as overburdened_count,
  cast((select median(rent_share) from tenants) as double) as median_share,
  (select min(month) from window_months) as window_from,
  (select max(month) from window_months) as window_to
from (select unnest(range(21)) as band) bands
left join banded on banded.band = bands.band
order by bands.band
