-- For how many months would people's money last?
-- Grain: one row per month and band of months covered, from the third complete month on (from the last, if there are
-- fewer); empty bands are present with 0.
-- Size: bounded by months and bands.
-- Columns: month (first day), band_from (0, 1, 3, 6 or 12 months), person_count, and the same in each row of a month:
-- person_total and median_months (covered, over people).
-- Months covered at the end of a month: checking and savings, without brokerage, over the mean monthly spending of the
-- twelve complete months up to it (all, if fewer). Shown are main customers (sql/derived/person_relations.sql) with an
-- account open at the end of the month and at least three months here (all, if the bank has fewer): who lives from another
-- bank spends little here, and what is here would seem to last for years.
with complete_months as (
  select month, row_number() over (order by month) as number, count(*) over () as month_total
  from bank.months where is_complete
), own_months as (
  select person_months.*, complete_months.number as number
  from bank.person_months
  join complete_months on complete_months.month = person_months.month
), stretches as (
  select
    last_months.month as month,
    last_months.number as number,
    last_months.user_id as user_id,
    bank.months_covered(
      own_months.month, own_months.liquid_balance_eur, own_months.fixed_eur, own_months.discretionary_eur
    ) as months_covered
  from own_months last_months
  join own_months
    on own_months.user_id = last_months.user_id
    and own_months.number between last_months.number - 11 and last_months.number
  where last_months.number >= (select least(3, max(month_total)) from complete_months)
    and last_months.user_id in (select user_id from bank.person_relations where relation = 'main')
    and last_months.user_id in (
      select user_id from bank.accounts where closed_on is null or closed_on > last_day(last_months.month)
    )
  group by last_months.month, last_months.number, last_months.user_id
  having count(*) >= (select least(3, max(month_total)) from complete_months)
), funds as (
  select
    month,
    user_id,
    months_covered
  from stretches
  where months_covered is not null
), totals as (
  select
    month,
    count(*) as person_total,
    quantile_cont(months_covered, 0.5) as median_months
  from funds
  group by month
), bands as (
  select unnest([0, 1, 3, 6, 12]) as band_from, unnest([1, 3, 6, 12, 1e9]) as band_to
)
select
  totals.month as month,
  cast(bands.band_from as integer) as band_from,
  cast(count(funds.user_id) as integer) as person_count,
  cast(any_value(person_total) as integer) as person_total,
  any_value(median_months) as median_months
from totals
cross join bands
left join funds
  on funds.month = totals.month
  and funds.months_covered >= bands.band_from
  and funds.months_covered < bands.band_to
group by totals.month, bands.band_from
order by totals.month, bands.band_from
