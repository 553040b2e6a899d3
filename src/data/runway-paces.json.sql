-- At which pace has each company spent, and what does it hold now?
-- Grain: one row per company with an open account in the last complete month; its last twelve complete months (all, if
-- fewer) stand in lists, so that a name is sent once and not in every month.
-- Columns: user_id, name, industry, first_month (of the lists), inflow_eur and outflow_eur (a value per month, operating
-- money, both positive), closing_balance_eur (a list of one: cash on all accounts at the end of the last month).
-- What `runway-companies` holds of twelve months, for the first figures of the page, which shall not wait for the rest;
-- its header says what is left out of the flows.
with window_months as (
  select month from bank.months where is_complete order by month desc limit 12
), flows as (
  select
    accounts.user_id as user_id,
    date_trunc('month', transactions.booked_on) as month,
    sum(greatest(transactions.amount_eur, 0)) as inflow_eur,
    sum(greatest(-transactions.amount_eur, 0)) as outflow_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  left join bank.accounts counter_accounts
    on counter_accounts.account_id = transactions.counter_account_id
  where transactions.category <> 'financing'
    and counter_accounts.user_id is distinct from accounts.user_id
    and transactions.booked_on >= (select min(month) from window_months)
    and accounts.user_id in (select user_id from bank.companies)
  group by accounts.user_id, date_trunc('month', transactions.booked_on)
)
select
  companies.user_id as user_id,
  users.name as name,
  companies.industry as industry,
  min(company_months.month) as first_month,
  list(cast(coalesce(flows.inflow_eur, 0) as decimal(18, 2)) order by company_months.month) as inflow_eur,
  list(cast(coalesce(flows.outflow_eur, 0) as decimal(18, 2)) order by company_months.month) as outflow_eur,
  [arg_max(company_months.closing_balance_eur, company_months.month)] as closing_balance_eur
from bank.company_months
join window_months on window_months.month = company_months.month
join bank.companies on companies.user_id = company_months.user_id
join bank.users on users.user_id = companies.user_id
left join flows on flows.user_id = company_months.user_id and flows.month = company_months.month
group by companies.user_id, users.name, companies.industry
having max(company_months.month) = (select max(month) from window_months)
order by companies.user_id
