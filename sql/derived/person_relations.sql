-- For whom is this the bank that their life runs through?
-- Grain: one row per person with an account in one of the last twelve complete months.
-- Columns: user_id, relation (`main`, `second` or `savings`), month_count (those of the twelve in which an account was
-- open), income_month_count (those of them with an income), payments_per_month (mean number of non-cash payments out).
-- A main customer gets an income here in at least two months of three and pays at least fifteen times a month: a
-- household makes 20 to 50 non-cash payments a month, so fewer than fifteen say that another bank has the rest.
-- Whoever pays less than twice a month keeps savings or securities here, and lives elsewhere; all others use the bank as
-- their second one. Payments are counted, not amounts: one transfer to another bank can be as large as a month's pay.
-- Transfers to accounts of one's own here are not payments.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), payments as (
  select
    accounts.user_id as user_id,
    account_flows.month as month,
    sum(account_flows.leg_count) as payment_count
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  where not account_flows.is_inflow
    and account_flows.channel in ('card', 'credit_transfer', 'direct_debit', 'e_money')
    and account_flows.other_side <> 'own'
  group by all
), people as (
  select
    person_months.user_id as user_id,
    count(*) as month_count,
    count(*) filter (where person_months.income_eur > 0) as income_month_count,
    coalesce(sum(payments.payment_count), 0) / count(*) as payments_per_month
  from bank.person_months
  join window_months on window_months.month = person_months.month
  left join payments
    on payments.user_id = person_months.user_id and payments.month = person_months.month
  group by person_months.user_id
)
select
  user_id,
  case
    when payments_per_month >= 15 and income_month_count >= month_count * 2 / 3 then 'main'
    when payments_per_month < 2 then 'savings'
    else 'second'
  end as relation,
  cast(month_count as integer) as month_count,
  cast(income_month_count as integer) as income_month_count,
  cast(payments_per_month as double) as payments_per_month
from people
order by user_id
