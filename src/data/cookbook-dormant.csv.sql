-- For how many months in a row has nobody used a savings account?
-- Grain: one row per length of the longest quiet spell in months, from 0; lengths without an account are absent.
-- Size: bounded by months.
-- Legs: needed.
-- Columns: quiet_months, account_count, with_bank_count (accounts, where what the bank books counts as use, which is the
-- wrong answer: interest comes every month).
-- Savings accounts that are open at the end of the last complete month; complete months only. A quiet spell is an island:
-- the number of the month less the number of the quiet month is the same for months in a row.
with open_months as (
  select accounts.account_id as account_id, account_months.month as month
  from bank.accounts
  join bank.account_months on account_months.account_id = accounts.account_id
  join bank.months on months.month = account_months.month and months.is_complete
  where accounts.kind = 'savings' and accounts.closed_on is null
), uses as (
  select
    account_id,
    date_trunc('month', booked_on) as month,
    bool_or(category not in ('interest', 'fee')) as is_customer
  from bank.transactions
  group by account_id, date_trunc('month', booked_on)
), states as (
  select
    open_months.account_id as account_id,
    datediff('month', timestamp '1970-01-01', open_months.month) as number,
    not coalesce(uses.is_customer, false) as is_quiet,
    uses.account_id is null as is_empty
  from open_months
  left join uses on uses.account_id = open_months.account_id and uses.month = open_months.month
), islands as (
  select
    account_id,
    is_quiet,
    is_empty,
    number - row_number() over (partition by account_id, is_quiet order by number) as quiet_island,
    number - row_number() over (partition by account_id, is_empty order by number) as empty_island
  from states
), spells as (
  select account_id, count(*) filter (where is_quiet) as quiet_months, 0 as empty_months
  from islands
  group by account_id, quiet_island
  union all
  select account_id, 0 as quiet_months, count(*) filter (where is_empty) as empty_months
  from islands
  group by account_id, empty_island
), longest as (
  select account_id, max(quiet_months) as quiet_months, max(empty_months) as empty_months
  from spells
  group by account_id
), lengths as (
  select quiet_months as length, 1 as account_count, 0 as with_bank_count from longest
  union all
  select empty_months as length, 0 as account_count, 1 as with_bank_count from longest
)
select
  cast(length as integer) as quiet_months,
  cast(sum(account_count) as integer) as account_count,
  cast(sum(with_bank_count) as integer) as with_bank_count
from lengths
group by length
order by length
