-- What did each person earn, spend and put aside in each month?
-- Grain: one row per person and month in which an account of theirs is open; quiet months are present with 0.
-- Columns: user_id, month (first day), leg_count, and in euro, by the measures of src/lib/measures/measures.ts:
-- income_eur (salary, pension, benefits); salary_eur (the part of income_eur that is salary); fixed_eur and discretionary_eur (spending, positive, refunds
-- taken off); rent_eur (the part of fixed_eur that is rent); saved_eur (moved to savings less moved back);
-- invested_eur (moved to brokerage less moved back; neither holds what leaves an account on the day it is closed, because
-- emptying one to leave is no spending of what was saved); fee_eur (bank fees, positive); interest_eur
-- (received, negative where paid); peer_eur (from other people less to them); household_eur (sent to an
-- own account at another bank less what came from there); brought_eur (own money from another bank when
-- an account is opened, less what is taken along when it is closed); securities_eur (cash from trades and
-- dividends); net_eur (all legs: the change of all balances); closing_balance_eur (cash on all accounts
-- at the end of the month); liquid_balance_eur (the same without brokerage accounts).
-- So net = income - fixed - discretionary - fee + interest + peer - household + brought + securities;
-- transfers between own accounts here cancel out.
with legs as (
  select
    accounts.user_id as user_id,
    account_flows.month as month,
    accounts.kind as account_kind,
    account_flows.category as category,
    categories.category_group as category_group,
    account_flows.other_side <> 'outside' as is_inside,
    account_flows.is_closing as is_closing,
    account_flows.leg_count as leg_count,
    account_flows.amount_eur as amount_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  left join bank.categories on categories.category = account_flows.category
), sums as (
  select
    user_id,
    month,
    sum(leg_count) as leg_count,
    bank.income(category_group, amount_eur) as income_eur,
    bank.salary(category, amount_eur) as salary_eur,
    bank.fixed_spending(category_group, amount_eur) as fixed_eur,
    bank.discretionary_spending(category_group, amount_eur) as discretionary_eur,
    bank.rent(category, amount_eur) as rent_eur,
    bank.saved(category, account_kind, is_closing, amount_eur) as saved_eur,
    sum(amount_eur) filter (
      where category = 'brokerage_funding' and account_kind = 'brokerage' and not is_closing
    ) as invested_eur,
    -sum(amount_eur) filter (where category = 'fee') as fee_eur,
    sum(amount_eur) filter (where category = 'interest') as interest_eur,
    sum(amount_eur) filter (where category = 'peer') as peer_eur,
    bank.household_transfers(category, amount_eur) as household_eur,
    sum(amount_eur) filter (where category = 'saving' and not is_inside) as brought_eur,
    sum(amount_eur) filter (where category in ('trade', 'dividend')) as securities_eur
  from legs
  group by user_id, month
), balances as (
  select
    accounts.user_id as user_id,
    account_months.month as month,
    sum(account_months.net_eur) as net_eur,
    sum(account_months.closing_balance_eur) as closing_balance_eur,
    sum(account_months.closing_balance_eur) filter (where accounts.kind <> 'brokerage') as liquid_balance_eur
  from bank.account_months
  join bank.accounts on accounts.account_id = account_months.account_id
  join bank.individuals on individuals.user_id = accounts.user_id
  group by accounts.user_id, account_months.month
)
select
  balances.user_id as user_id,
  balances.month as month,
  cast(coalesce(sums.leg_count, 0) as integer) as leg_count,
  cast(coalesce(sums.income_eur, 0) as decimal(18, 2)) as income_eur,
  cast(coalesce(sums.salary_eur, 0) as decimal(18, 2)) as salary_eur,
  cast(coalesce(sums.fixed_eur, 0) as decimal(18, 2)) as fixed_eur,
  cast(coalesce(sums.discretionary_eur, 0) as decimal(18, 2)) as discretionary_eur,
  cast(coalesce(sums.rent_eur, 0) as decimal(18, 2)) as rent_eur,
  cast(coalesce(sums.saved_eur, 0) as decimal(18, 2)) as saved_eur,
  cast(coalesce(sums.invested_eur, 0) as decimal(18, 2)) as invested_eur,
  cast(coalesce(sums.fee_eur, 0) as decimal(18, 2)) as fee_eur,
  cast(coalesce(sums.interest_eur, 0) as decimal(18, 2)) as interest_eur,
  cast(coalesce(sums.peer_eur, 0) as decimal(18, 2)) as peer_eur,
  cast(coalesce(sums.household_eur, 0) as decimal(18, 2)) as household_eur,
  cast(coalesce(sums.brought_eur, 0) as decimal(18, 2)) as brought_eur,
  cast(coalesce(sums.securities_eur, 0) as decimal(18, 2)) as securities_eur,
  cast(balances.net_eur as decimal(18, 2)) as net_eur,
  cast(balances.closing_balance_eur as decimal(18, 2)) as closing_balance_eur,
  cast(coalesce(balances.liquid_balance_eur, 0) as decimal(18, 2)) as liquid_balance_eur
from balances
left join sums on sums.user_id = balances.user_id and sums.month = balances.month
order by balances.user_id, balances.month
