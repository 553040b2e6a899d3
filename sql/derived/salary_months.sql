-- Who paid each person a salary in each month, and how much?
-- Grain: one row per person, month and payer with a salary; months without one are absent.
-- Columns: user_id, month (first day), payer_id (the company that banks here, else the counterparty), pay_eur.
-- The payer is read from the booking itself, so that a change of jobs shows when another pays.
select
  accounts.user_id as user_id,
  date_trunc('month', transactions.booked_on) as month,
  coalesce(payers.user_id, transactions.counterparty_id) as payer_id,
  cast(sum(transactions.amount_eur) as decimal(18, 2)) as pay_eur
from bank.transactions
join bank.accounts on accounts.account_id = transactions.account_id
join bank.individuals on individuals.user_id = accounts.user_id
left join bank.accounts payers on payers.account_id = transactions.counter_account_id
where transactions.category = 'salary'
group by all
order by accounts.user_id, month, payer_id
