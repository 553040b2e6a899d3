-- What is in a person's accounts, today and at the end of each month?
-- Grain: one row per person with an account open on the last day of the data; accounts and months stand in lists, so that
-- a name is sent once.
-- Size: by key, a person each.
-- Columns: key and user_id; in one list each, a value per open account, in the order of their numbers: kind (checking, savings,
-- brokerage), opened_on, overdraft_limit_eur, balance_eur (at the end of the last day); first_month (the first complete
-- month with an account; null for none) and in one list each, a value per complete month from it on: checking_eur,
-- savings_eur, brokerage_eur (balances at its end over accounts of that kind; null in a month without one, empty for who
-- has none at all).
-- The balance of a brokerage account is its cash, without the securities.
with last_days as (
  select max(day) as day from bank.calendar
), complete_months as (
  select month from bank.months where is_complete
), sums as (
  select account_id, sum(amount_eur) as amount_eur from bank.account_flows group by account_id
), open_accounts as (
  select
    accounts.user_id as user_id,
    -- sorted when it is whole: an ordered aggregate takes a quarter of a megabyte a person
    list_sort(list({
      account_id: accounts.account_id,
      kind: accounts.kind,
      opened_on: accounts.opened_on,
      overdraft_limit_eur: accounts.overdraft_limit_eur,
      balance_eur: cast(accounts.opening_balance_eur + coalesce(sums.amount_eur, 0) as decimal(18, 2))
    })) as own
  from bank.accounts
  join bank.individuals on individuals.user_id = accounts.user_id
  left join sums on sums.account_id = accounts.account_id
  where accounts.opened_on <= (select day from last_days)
    and (accounts.closed_on is null or accounts.closed_on > (select day from last_days))
  group by accounts.user_id
), kind_months as (
  select
    accounts.user_id as user_id,
    account_months.month as month,
    sum(account_months.closing_balance_eur) filter (where accounts.kind = 'checking') as checking_eur,
    sum(account_months.closing_balance_eur) filter (where accounts.kind = 'savings') as savings_eur,
    sum(account_months.closing_balance_eur) filter (where accounts.kind = 'brokerage') as brokerage_eur
  from bank.account_months
  join complete_months on complete_months.month = account_months.month
  join bank.accounts on accounts.account_id = account_months.account_id
  group by accounts.user_id, account_months.month
), paths as (
  select
    user_id,
    min(month) as first_month,
    count(checking_eur) > 0 as has_checking,
    count(savings_eur) > 0 as has_savings,
    count(brokerage_eur) > 0 as has_brokerage,
    list_sort(list({
      month: month, checking_eur: checking_eur, savings_eur: savings_eur, brokerage_eur: brokerage_eur
    })) as months
  from kind_months
  group by user_id
)
select
  open_accounts.user_id as key,
  open_accounts.user_id as user_id,
  [account.kind for account in own] as kind,
  [account.opened_on for account in own] as opened_on,
  [account.overdraft_limit_eur for account in own] as overdraft_limit_eur,
  [account.balance_eur for account in own] as balance_eur,
  paths.first_month as first_month,
  if(has_checking, [of_month.checking_eur for of_month in months], []) as checking_eur,
  if(has_savings, [of_month.savings_eur for of_month in months], []) as savings_eur,
  if(has_brokerage, [of_month.brokerage_eur for of_month in months], []) as brokerage_eur
from open_accounts
left join paths on paths.user_id = open_accounts.user_id
order by key
