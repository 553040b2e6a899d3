-- Rule 2: every salary paid by a company here is a debit of that company, and every payroll debit is a salary.
-- Grain: one row per leg that breaks the rule.
-- Columns: transaction_id, account_id, booked_at, category, amount_eur, transfer_id, reason.
-- A salary from outside has no debit here: it comes from a counterparty of kind employer. Salaries go to
-- individuals, payroll leaves companies.
-- In full: every salary credit has its employer's debit of the same amount, instant and transfer_id, and every payroll debit its salary.
with sided as (
  select
    transactions.transaction_id as transaction_id,
    transactions.account_id as account_id,
    transactions.counter_account_id as counter_account_id,
    transactions.booked_at as booked_at,
    transactions.category as category,
    transactions.amount_eur as amount_eur,
    transactions.transfer_id as transfer_id,
    users.kind as owner_kind,
    counterparties.kind as counterparty_kind
  from transactions
  join accounts on accounts.account_id = transactions.account_id
  join users on users.user_id = accounts.user_id
  left join counterparties on counterparties.counterparty_id = transactions.counterparty_id
  where transactions.category in ('salary', 'payroll')
),
faults as (
  select
    legs.transaction_id as transaction_id,
    legs.account_id as account_id,
    legs.booked_at as booked_at,
    legs.category as category,
    legs.amount_eur as amount_eur,
    legs.transfer_id as transfer_id,
    case
      when legs.category = 'salary' and (legs.owner_kind <> 'individual' or legs.amount_eur <= 0)
        then 'not a credit of an individual'
      when legs.category = 'payroll' and (legs.owner_kind <> 'company' or legs.amount_eur >= 0)
        then 'not a debit of a company'
      when legs.transfer_id is null and legs.category = 'salary' and legs.counterparty_kind = 'employer'
        then null
      when other.transaction_id is null and legs.category = 'salary' then 'no debit of the employer'
      when other.transaction_id is null then 'no salary'
      else null
    end as reason
  from sided legs
  left join sided other
    on other.transfer_id = legs.transfer_id
    and other.account_id = legs.counter_account_id
    and other.booked_at = legs.booked_at
    and other.amount_eur = -legs.amount_eur
    and other.category <> legs.category
)
select transaction_id, account_id, booked_at, category, amount_eur, transfer_id, reason
from faults
where reason is not null
order by transaction_id
