-- Audience: who keeps a company’s books: its own accounts, invoices and pay; of other companies sums over at least ten.
-- Pages: company/*, workbench/notebook, 404
-- First: company/cash
-- Whole: calendar, categories, cities, months
-- The company's own accounts, invoices and sums; of others, the names of those that it trades with, and nothing else.
-- People whom it pays are numbered anew: their numbers here lead nowhere.

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
-- Beside the company's own those of its industry, where there are at least ten others, in whole hundreds. What fewer
-- than ten of them have booked is added to what most have of its group, so that sums stay right; where even that has
-- fewer than ten, the industry is not told. What ten have booked, but not in each month, is told as its mean.
with others as (
  select user_id, industry
  from bank.companies
  where user_id not in (from subjects)
    and industry in (select industry from bank.companies where user_id in (from subjects))
), booked as (
  select distinct
    others.industry as industry,
    others.user_id as user_id,
    account_flows.category as category,
    account_flows.month as month
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join others on others.user_id = accounts.user_id
  where account_flows.other_side <> 'own'
), months as (
  select industry, category, month, count(*) as company_count from booked group by industry, category, month
), counted as (
  select
    booked.industry as industry,
    booked.category as category,
    any_value(categories.category_group) as category_group,
    count(distinct booked.user_id) as company_count,
    (
      select min(months.company_count)
      from months
      where months.industry = booked.industry and months.category = booked.category
    ) as least_count
  from booked
  left join bank.categories on categories.category = booked.category
  group by booked.industry, booked.category
), placed as (
  select
    *,
    first_value(category) over main as main_category,
    first_value(company_count) over main as main_count,
    first_value(least_count) over main as main_least_count
  from counted
  window main as (partition by industry, category_group order by company_count desc, category)
), told as (
  select
    industry,
    category,
    if(company_count >= 10, category, main_category) as told_category,
    if(company_count >= 10, least_count, main_least_count) >= 10 as is_monthly
  from placed
  where industry not in (select industry from placed where main_count < 10)
    and industry in (select industry from others group by industry having count(*) >= 10)
), amounts as (
  select
    paths.key as key,
    paths.first_month as first_month,
    told.told_category as category,
    told.is_monthly as is_monthly,
    paths.place as place,
    sum(paths.amount_eur) as amount_eur
  from (
    select
      key,
      first_month,
      category,
      unnest(amount_eur) as amount_eur,
      generate_subscripts(amount_eur, 1) as place
    from whole
  ) paths
  join told on told.industry = paths.key and told.category = paths.category
  group by all
), means as (
  select *, avg(amount_eur) over (partition by key, category) as mean_eur from amounts
)
select * from own where key in (from subjects)
union all
select
  key,
  first_month,
  category,
  list(cast(round(if(is_monthly, amount_eur, mean_eur), -2) as decimal(18, 2)) order by place) as amount_eur
from means
group by key, first_month, category
order by key, category

-- Dataset: pnl-waits.keyed
-- Of others the bank's and the industry's, where at least ten other companies have written invoices; counts in tens and the
-- share that they make, money in whole hundreds and of fewer than ten invoices of others none.
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
), mine as (
  select
    coalesce(companies.industry, 'bank') as name,
    sum(own.on_time_count) as on_time,
    sum(own.week_count) as week,
    sum(own.fortnight_count) as fortnight,
    sum(own.month_count) as month,
    sum(own.later_count) as later,
    sum(own.open_count) as open
  from own
  join bank.companies on companies.user_id = own.key
  group by grouping sets ((companies.industry), ())
), rounded as (
  select whole.* replace (
    cast(round(on_time_count, -1) as integer) as on_time_count,
    cast(round(week_count, -1) as integer) as week_count,
    cast(round(fortnight_count, -1) as integer) as fortnight_count,
    cast(round(month_count, -1) as integer) as month_count,
    cast(round(later_count, -1) as integer) as later_count,
    cast(round(open_count, -1) as integer) as open_count,
    cast(if(on_time_count - coalesce(on_time, 0) >= 10, round(on_time_eur, -2), 0) as decimal(18, 2)) as on_time_eur,
    cast(if(week_count - coalesce(week, 0) >= 10, round(week_eur, -2), 0) as decimal(18, 2)) as week_eur,
    cast(if(fortnight_count - coalesce(fortnight, 0) >= 10, round(fortnight_eur, -2), 0) as decimal(18, 2)) as fortnight_eur,
    cast(if(month_count - coalesce(month, 0) >= 10, round(month_eur, -2), 0) as decimal(18, 2)) as month_eur,
    cast(if(later_count - coalesce(later, 0) >= 10, round(later_eur, -2), 0) as decimal(18, 2)) as later_eur,
    cast(if(open_count - coalesce(open, 0) >= 10, round(open_eur, -2), 0) as decimal(18, 2)) as open_eur
  )
  from whole
  left join mine on mine.name = whole.key
  where key in (select name from groups)
    and (key = 'bank' or key in (select industry from bank.companies where user_id in (from subjects)))
)
select * from own where key in (from subjects)
union all
select * replace (
  1 - on_time_count / nullif(
    on_time_count + week_count + fortnight_count + month_count + later_count + open_count, 0
  ) as late_share
)
from rounded
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
