-- Which sectors pay which?
-- Grain: one row per paying and paid industry between which any company paid, over the last twelve complete months (all, if
-- fewer).
-- Size: bounded by pairs of industries.
-- Columns: payer_industry, payee_industry, paid_eur, payment_count, month_count (months added up).
-- Payments between two companies of this bank only, seen on the payer's account; refunds and credit notes are payments too.
-- What a company pays to suppliers elsewhere is in no cell.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
)
select
  payer_industry,
  payee_industry,
  cast(sum(paid_eur) as decimal(18, 2)) as paid_eur,
  cast(sum(payment_count) as integer) as payment_count,
  cast((select count(*) from window_months) as integer) as month_count
from bank.sector_payments
where month in (select month from window_months)
group by payer_industry, payee_industry
order by payer_industry, payee_industry
