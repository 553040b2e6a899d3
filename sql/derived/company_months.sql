-- What did each company take in and pay out in each month?
-- Grain: one row per company and month in which an account of it is open; quiet months are present with 0.
-- Columns: user_id, month (first day), leg_count, employee_count (people paid into an account here), and in euro:
-- inflow_eur and outflow_eur (both positive; transfers between the company's own accounts are left out,
-- they are not business), net_eur (inflow less outflow); operating_inflow_eur and operating_outflow_eur (the same
-- without loans and capital, which are not earned and end no burn); by the measures of src/lib/measures/measures.ts
-- revenue_eur; operating_eur (vendors, premises, marketing, equipment, utilities, insurance), payroll_eur
-- (social contributions included) and tax_eur, all positive; financing_eur (received less repaid);
-- fee_eur (bank fees, positive); interest_eur (received, negative where paid); closing_balance_eur (cash
-- on all accounts at the end of the month).
-- So net = operating inflow - operating outflow + financing
-- and operating inflow - operating outflow = revenue - operating - payroll - tax - fee + interest.
with legs as (
  select
    accounts.user_id as user_id,
    account_flows.month as month,
    account_flows.category as category,
    categories.category_group as category_group,
    account_flows.leg_count as leg_count,
    account_flows.amount_eur as amount_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.companies on companies.user_id = accounts.user_id
  left join bank.categories on categories.category = account_flows.category
  where account_flows.other_side <> 'own'
), employees as (
  select
    accounts.user_id as user_id,
    date_trunc('month', salary_legs.booked_on) as month,
    count(distinct salary_legs.counter_account_id) as employee_count
  from bank.salary_legs
  join bank.accounts on accounts.account_id = salary_legs.account_id
  left join bank.accounts counter_accounts on counter_accounts.account_id = salary_legs.counter_account_id
  where salary_legs.category = 'payroll' and counter_accounts.user_id is distinct from accounts.user_id
  group by all
), sums as (
  select
    user_id,
    month,
    sum(leg_count) as leg_count,
    sum(greatest(amount_eur, 0)) as inflow_eur,
    sum(greatest(-amount_eur, 0)) as outflow_eur,
    sum(greatest(amount_eur, 0)) filter (where category_group is distinct from 'financing') as operating_inflow_eur,
    sum(greatest(-amount_eur, 0)) filter (where category_group is distinct from 'financing') as operating_outflow_eur,
    bank.revenue(category_group, amount_eur) as revenue_eur,
    bank.operating_costs(category_group, amount_eur) as operating_eur,
    bank.payroll(category_group, amount_eur) as payroll_eur,
    bank.tax(category_group, amount_eur) as tax_eur,
    bank.financing(category_group, amount_eur) as financing_eur,
    -sum(amount_eur) filter (where category = 'fee') as fee_eur,
    sum(amount_eur) filter (where category = 'interest') as interest_eur
  from legs
  group by user_id, month
), balances as (
  select
    accounts.user_id as user_id,
    account_months.month as month,
    sum(account_months.closing_balance_eur) as closing_balance_eur
  from bank.account_months
  join bank.accounts on accounts.account_id = account_months.account_id
  join bank.companies on companies.user_id = accounts.user_id
  group by accounts.user_id, account_months.month
)
select
  balances.user_id as user_id,
  balances.month as month,
  cast(coalesce(sums.leg_count, 0) as integer) as leg_count,
  cast(coalesce(employees.employee_count, 0) as integer) as employee_count,
  cast(coalesce(sums.inflow_eur, 0) as decimal(18, 2)) as inflow_eur,
  cast(coalesce(sums.outflow_eur, 0) as decimal(18, 2)) as outflow_eur,
  cast(coalesce(sums.inflow_eur - sums.outflow_eur, 0) as decimal(18, 2)) as net_eur,
  cast(coalesce(sums.operating_inflow_eur, 0) as decimal(18, 2)) as operating_inflow_eur,
  cast(coalesce(sums.operating_outflow_eur, 0) as decimal(18, 2)) as operating_outflow_eur,
  cast(coalesce(sums.revenue_eur, 0) as decimal(18, 2)) as revenue_eur,
  cast(coalesce(sums.operating_eur, 0) as decimal(18, 2)) as operating_eur,
  cast(coalesce(sums.payroll_eur, 0) as decimal(18, 2)) as payroll_eur,
  cast(coalesce(sums.tax_eur, 0) as decimal(18, 2)) as tax_eur,
  cast(coalesce(sums.financing_eur, 0) as decimal(18, 2)) as financing_eur,
  cast(coalesce(sums.fee_eur, 0) as decimal(18, 2)) as fee_eur,
  cast(coalesce(sums.interest_eur, 0) as decimal(18, 2)) as interest_eur,
  cast(balances.closing_balance_eur as decimal(18, 2)) as closing_balance_eur
from balances
left join sums on sums.user_id = balances.user_id and sums.month = balances.month
left join employees on employees.user_id = balances.user_id and employees.month = balances.month
order by balances.user_id, balances.month
