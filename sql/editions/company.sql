-- Audience: who keeps a company’s books: its own accounts, invoices and pay; of other companies sums over at least ten.
-- Pages: company/*, workbench/notebook, 404
-- First: company/cash
-- Whole: calendar, categories, cities, months
-- The company's own accounts, invoices and sums; of others, the names of those that it trades with, and nothing else. People
-- whom it pays are numbered anew: their numbers here lead nowhere.

-- Table: users
-- Names of the company, and of the customers of this bank to whom it has written an invoice.
select
  user_id,
  kind,
  name,
  case when user_id in (from subjects) then city end as city,
  case when user_id in (from subjects) then joined_on end as joined_on
from bank.users
where user_id in (from subjects)
  or user_id in (select customer_id from bank.invoices where company_id in (from subjects))
order by user_id

-- Table: companies
select * from bank.companies where user_id in (from subjects)

-- Table: person_relations
-- Nobody's: the search asks who is a main customer.
select * from bank.person_relations where false

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
where user_id in (from subjects)
order by account_id

-- Table: counterparties
-- Those that the company has paid, been paid by, or written an invoice to.
select *
from bank.counterparties
where counterparty_id in (
  select transactions.counterparty_id
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  where accounts.user_id in (from subjects)
  union
  select counterparty_id from bank.invoices where company_id in (from subjects)
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
  case when counter_accounts.user_id in (from subjects) then transactions.counter_account_id end as counter_account_id,
  transactions.transfer_id
from bank.transactions
join bank.accounts on accounts.account_id = transactions.account_id
left join bank.accounts as counter_accounts on counter_accounts.account_id = transactions.counter_account_id
where accounts.user_id in (from subjects)
order by transactions.transaction_id

-- Table: invoices
select * from bank.invoices where company_id in (from subjects) order by invoice_id

-- Table: invoice_payments
select invoice_payments.*
from bank.invoice_payments
join bank.invoices on invoices.invoice_id = invoice_payments.invoice_id
where invoices.company_id in (from subjects)
order by invoice_payments.invoice_id

-- Table: account_flows
select account_flows.*
from bank.account_flows
join bank.accounts on accounts.account_id = account_flows.account_id
where accounts.user_id in (from subjects)
order by account_flows.rowid

-- Table: account_months
select account_months.*
from bank.account_months
join bank.accounts on accounts.account_id = account_months.account_id
where accounts.user_id in (from subjects)
order by account_months.rowid

-- Table: company_days
select * from bank.company_days where user_id in (from subjects) order by rowid

-- Table: company_months
select * from bank.company_months where user_id in (from subjects) order by rowid

-- Table: employment_months
select
  company_id,
  'employee-' || lpad(dense_rank() over (order by hash(user_id || company_id))::varchar, 5, '0') as user_id,
  month,
  pay_eur,
  pay_before_eur,
  is_joiner,
  is_leaver
from bank.employment_months
where company_id in (from subjects)
order by rowid

-- Dataset: company-first.json
select user_id from bank.companies where user_id in (from subjects) order by user_id limit 1

-- Dataset: company-futures.keyed
-- The futures are drawn among those of all companies: each company has the same in every edition.
select user_id as key from subjects

-- Dataset: company-pnl.keyed
-- Beside the company's own those of its industry, where there are at least ten others, in whole hundreds.
with industries as (
  select industry
  from bank.companies
  where user_id not in (from subjects)
  group by industry
  having count(*) >= 10
)
select * from own where key in (from subjects)
union all
select
  key,
  first_month,
  category,
  list_transform(amount_eur, lambda amount: cast(round(amount, -2) as decimal(18, 2)))
from whole
where key in (from industries)
  and key in (select industry from bank.companies where user_id in (from subjects))
order by key, category

-- Dataset: pnl-waits.keyed
-- Of others the bank's and the industry's, where at least ten other companies have written invoices; counts in tens, money in
-- whole hundreds.
with writers as (
  select distinct companies.user_id as user_id, companies.industry as industry
  from bank.invoices
  join bank.companies on companies.user_id = invoices.company_id
  where companies.user_id not in (from subjects)
), groups as (
  select coalesce(industry, 'bank') as name
  from writers
  group by grouping sets ((industry), ())
  having count(*) >= 10
)
select * from own where key in (from subjects)
union all
select * replace (
  cast(round(on_time_count, -1) as integer) as on_time_count,
  cast(round(week_count, -1) as integer) as week_count,
  cast(round(fortnight_count, -1) as integer) as fortnight_count,
  cast(round(month_count, -1) as integer) as month_count,
  cast(round(later_count, -1) as integer) as later_count,
  cast(round(open_count, -1) as integer) as open_count,
  cast(round(on_time_eur, -2) as decimal(18, 2)) as on_time_eur,
  cast(round(week_eur, -2) as decimal(18, 2)) as week_eur,
  cast(round(fortnight_eur, -2) as decimal(18, 2)) as fortnight_eur,
  cast(round(month_eur, -2) as decimal(18, 2)) as month_eur,
  cast(round(later_eur, -2) as decimal(18, 2)) as later_eur,
  cast(round(open_eur, -2) as decimal(18, 2)) as open_eur
)
from whole
where key in (select name from groups)
  and (key = 'bank' or key in (select industry from bank.companies where user_id in (from subjects)))
order by key

-- Dataset: pnl-customers.keyed
-- Nothing of the whole bank: its highest share would be that of one company.
select * from own where key in (from subjects) order by key

-- Dataset: payroll-industries.csv
-- Industries in which at least ten other companies paid somebody; sums in whole thousands.
with others as (
  select companies.industry as industry, count(distinct companies.user_id) as company_count
  from bank.company_months
  join bank.companies on companies.user_id = company_months.user_id
  where company_months.employee_count > 0
    and companies.user_id not in (from subjects)
    and company_months.month in (
      select month from bank.months where is_complete order by month desc limit 12
    )
  group by companies.industry
)
select whole.* replace (
  cast(round(employee_months, -1) as integer) as employee_months,
  cast(round(payroll_eur, -3) as decimal(18, 2)) as payroll_eur,
  cast(round(revenue_eur, -3) as decimal(18, 2)) as revenue_eur,
  cast(round(cost_per_head_eur, -1) as decimal(18, 2)) as cost_per_head_eur,
  round(payroll_share, 3) as payroll_share
)
from whole
join others on others.industry = whole.industry
where others.company_count >= 10
order by whole.cost_per_head_eur desc, whole.industry
