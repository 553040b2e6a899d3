-- What accounts does a company have, and what is in them?
-- Grain: one row per account of a company that is open on the last day of the data.
-- Size: by key, a company each.
-- Private: accounts.iban, because an account is known by its country and its last four characters.
-- Columns: key (user_id), iban (its country and its last four characters), kind (checking, savings, brokerage), opened_on,
-- overdraft_limit_eur, balance_eur (at the end of the last day).
-- The balance is the opening balance with all legs since, as the account itself has it.
with last_days as (
  select max(day) as day from bank.calendar
), sums as (
  select account_id, sum(amount_eur) as amount_eur from bank.account_flows group by account_id
)
select
  accounts.user_id as key,
  left(accounts.iban, 2) || '** **** ' || right(accounts.iban, 4) as iban,
  accounts.kind as kind,
  accounts.opened_on as opened_on,
  accounts.overdraft_limit_eur as overdraft_limit_eur,
  cast(accounts.opening_balance_eur + coalesce(sums.amount_eur, 0) as decimal(18, 2)) as balance_eur
from bank.accounts
join bank.companies on companies.user_id = accounts.user_id
left join sums on sums.account_id = accounts.account_id
where accounts.opened_on <= (select day from last_days)
  and (accounts.closed_on is null or accounts.closed_on > (select day from last_days))
order by key, accounts.kind, accounts.account_id
