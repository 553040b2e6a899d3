-- Audience: a person, or who advises some: their own accounts, goals and trades; of others sums over at least ten people.
-- Pages: person/*, workbench/notebook, 404
-- First: person/overview
-- Whole: calendar, categories, cities, dividends, fx_rates, instruments, months, prices, splits
-- People's own lives, accounts, goals and trades; of others, the names of employers and of those whom they pay or are
-- paid by.

-- Table: users
select
  user_id,
  kind,
  name,
  case when user_id in (from subjects) then city end as city,
  case when user_id in (from subjects) then joined_on end as joined_on
from bank.users
where user_id in (from subjects)
  or user_id in (select employer_id from bank.individuals where user_id in (from subjects))
  or user_id in (
    select others.user_id
    from bank.transactions
    join bank.accounts on accounts.account_id = transactions.account_id
    join bank.accounts as others on others.account_id = transactions.counter_account_id
    where accounts.user_id in (from subjects)
  )
order by user_id

-- Table: counterparties
select *
from bank.counterparties
where counterparty_id in (
  select transactions.counterparty_id
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  where accounts.user_id in (from subjects)
)
order by counterparty_id

-- Table: individuals
select user_id, birth_year, occupation, employer_id, household_size, tenure
from bank.individuals
where user_id in (from subjects)
order by user_id

-- Table: companies
-- Nobody's: the search asks whose industry it may tell.
select * from bank.companies where false

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

-- Table: brokerage_legs
select brokerage_legs.*
from bank.brokerage_legs
join bank.accounts on accounts.account_id = brokerage_legs.account_id
where accounts.user_id in (from subjects)
order by brokerage_legs.rowid

-- Table: goal_states
select * from bank.goal_states where user_id in (from subjects) order by rowid

-- Table: person_months
select * from bank.person_months where user_id in (from subjects) order by rowid

-- Table: person_relations
select * from bank.person_relations where user_id in (from subjects) order by rowid

-- Table: salary_months
select * from bank.salary_months where user_id in (from subjects) order by rowid

-- Table: savings_goals
select * from bank.savings_goals where user_id in (from subjects) order by goal_id

-- Table: trades
select trades.*
from bank.trades
join bank.accounts on accounts.account_id = trades.account_id
where accounts.user_id in (from subjects)
order by trades.trade_id

-- Dataset: person-first.json
select user_id from own

-- Dataset: person-savings.keyed
-- A person's place among the others is told, of nobody else.
select * from whole where key in (from subjects) order by key

-- Dataset: person-client.keyed
select user_id as key from subjects

-- Dataset: person-contracts.keyed
select user_id as key from subjects

-- Dataset: person-lifestyle.keyed
-- What everybody buys, and each segment, is told as shares of all who are in it.
select user_id as key from subjects

-- Dataset: person-budget.keyed
-- At least: payer_count 10
select user_id as key from subjects

-- Dataset: budget-months.csv
-- Quartiles of at least ten people, to the nearest ten euro; counts in tens.
select * replace (
  cast(round(low_eur, -1) as decimal(18, 2)) as low_eur,
  cast(round(median_eur, -1) as decimal(18, 2)) as median_eur,
  cast(round(high_eur, -1) as decimal(18, 2)) as high_eur,
  cast(round(person_count, -1) as integer) as person_count
)
from whole
where person_count >= 10
order by month, part

-- Dataset: savings-funds.csv
-- Of at least ten people, counted in tens.
select * replace (
  cast(round(person_count, -1) as integer) as person_count,
  cast(round(person_total, -1) as integer) as person_total,
  round(median_months, 1) as median_months
)
from whole
where person_total >= 10
order by month, band_from

-- Dataset: savings-shares.csv
-- Of at least ten people, counted in tens.
select * replace (
  cast(round(person_count, -1) as integer) as person_count,
  cast(round(person_total, -1) as integer) as person_total,
  cast(round(zero_count, -1) as integer) as zero_count,
  cast(round(below_count, -1) as integer) as below_count,
  cast(round(unpaid_count, -1) as integer) as unpaid_count,
  round(median_share, 3) as median_share,
  round(all_share, 3) as all_share,
  round(savings_rate, 3) as savings_rate
)
from whole
where person_total >= 10
order by band_from
