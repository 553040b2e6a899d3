-- Audience: who keeps the books of one company, $subject.
-- Pages: company/*.md
-- Whole: calendar, categories, cities, months
-- The company's own accounts, invoices and sums; of others, the names of those that it trades with, and nothing else. People
-- whom it pays are numbered anew: their numbers here lead nowhere.

-- Table: users
-- Names of the company, and of the customers of this bank to whom it has written an invoice.
select
  user_id,
  kind,
  name,
  case when user_id = $subject then city end as city,
  case when user_id = $subject then joined_on end as joined_on
from bank.users
where user_id = $subject
  or user_id in (select customer_id from bank.invoices where company_id = $subject)
order by user_id

-- Table: companies
select * from bank.companies where user_id = $subject

-- Table: accounts
select
  account_id,
  user_id,
  kind,
  currency,
  left(iban, 2) || '** **** ' || right(iban, 4) as iban,
  opened_on,
  closed_on,
  opening_balance_eur,
  overdraft_limit_eur
from bank.accounts
where user_id = $subject
order by account_id

-- Table: counterparties
-- Those that the company has paid, been paid by, or written an invoice to.
select *
from bank.counterparties
where counterparty_id in (
  select transactions.counterparty_id
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  where accounts.user_id = $subject
  union
  select counterparty_id from bank.invoices where company_id = $subject
)
order by counterparty_id

-- Table: transactions
-- Of the other account of a transfer only whether there is one: transfer_id.
select
  transactions.transaction_id,
  transactions.account_id,
  transactions.booked_at,
  transactions.booked_on,
  transactions.amount_eur,
  transactions.channel,
  transactions.category,
  transactions.counterparty_id,
  case when counter_accounts.user_id = $subject then transactions.counter_account_id end as counter_account_id,
  transactions.transfer_id
from bank.transactions
join bank.accounts on accounts.account_id = transactions.account_id
left join bank.accounts as counter_accounts on counter_accounts.account_id = transactions.counter_account_id
where accounts.user_id = $subject
order by transactions.transaction_id

-- Table: invoices
select * from bank.invoices where company_id = $subject order by invoice_id

-- Table: invoice_payments
select invoice_payments.*
from bank.invoice_payments
join bank.invoices on invoices.invoice_id = invoice_payments.invoice_id
where invoices.company_id = $subject
order by invoice_payments.invoice_id

-- Table: account_flows
select account_flows.*
from bank.account_flows
join bank.accounts on accounts.account_id = account_flows.account_id
where accounts.user_id = $subject
order by account_flows.rowid

-- Table: account_months
select account_months.*
from bank.account_months
join bank.accounts on accounts.account_id = account_months.account_id
where accounts.user_id = $subject
order by account_months.rowid

-- Table: company_days
select * from bank.company_days where user_id = $subject order by rowid

-- Table: company_months
select * from bank.company_months where user_id = $subject order by rowid

-- Table: employment_months
select
  company_id,
  'employee-' || lpad(dense_rank() over (order by hash(user_id || $subject))::varchar, 5, '0') as user_id,
  month,
  pay_eur,
  pay_before_eur,
  is_joiner,
  is_leaver
from bank.employment_months
where company_id = $subject
order by rowid
