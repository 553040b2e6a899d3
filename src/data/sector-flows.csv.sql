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
  payers.industry as payer_industry,
  payees.industry as payee_industry,
  cast(-sum(transactions.amount_eur) as decimal(18, 2)) as paid_eur,
  cast(count(*) as integer) as payment_count,
  cast((select count(*) from window_months) as integer) as month_count
from bank.transactions
join bank.accounts on accounts.account_id = transactions.account_id
join bank.companies payers on payers.user_id = accounts.user_id
join bank.accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
join bank.companies payees on payees.user_id = counter_accounts.user_id
where transactions.amount_eur < 0
  and payees.user_id != payers.user_id
  and date_trunc('month', transactions.booked_on) in (select month from window_months)
group by payers.industry, payees.industry
order by payers.industry, payees.industry
