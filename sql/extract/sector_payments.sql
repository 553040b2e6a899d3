-- Which industries paid which, month after month?
-- Grain: one row per month, paying and paid industry; pairs without a payment are absent.
-- Columns: month (first day), payer_industry, payee_industry, payment_count, paid_eur.
-- Payments between two companies of this bank, seen on the payer's account; refunds and credit notes are payments too.
select
  calendar.month as month,
  payers.industry as payer_industry,
  payees.industry as payee_industry,
  count(*) as payment_count,
  sum(-transactions.amount_eur) as paid_eur
from transactions
join calendar on calendar.day = transactions.booked_on
join accounts on accounts.account_id = transactions.account_id
join companies payers on payers.user_id = accounts.user_id
join accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
join companies payees on payees.user_id = counter_accounts.user_id
where transactions.booked_on <= '2099-12-31'
  and transactions.amount_eur < 0
  and payees.user_id <> payers.user_id
group by calendar.month, payers.industry, payees.industry
order by calendar.month, payers.industry, payees.industry
