-- How much money do customers keep here, and on which kind of account?
-- Grain: one row per month and account kind; a kind without open accounts is absent.
-- Size: bounded by months and kinds of accounts.
-- Columns: month (first day), account_kind (checking, savings, brokerage), owner_kind (individual, company),
-- account_count (open at the end of the month), balance_eur (at the end of the month, brokerage cash only).
-- The last month may be partial: is_complete tells.
select
  account_months.month as month,
  accounts.kind as account_kind,
  users.kind as owner_kind,
  cast(count_if(account_months.is_open) as integer) as account_count,
  cast(bank.balances(account_months.closing_balance_eur) as decimal(18, 2)) as balance_eur,
  months.is_complete as is_complete
from bank.account_months
join bank.accounts on accounts.account_id = account_months.account_id
join bank.users on users.user_id = accounts.user_id
join bank.months on months.month = account_months.month
group by account_months.month, accounts.kind, users.kind, months.is_complete
order by account_months.month, users.kind, accounts.kind
