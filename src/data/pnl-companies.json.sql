-- What did each company take in and pay out for each category, month after month?
-- Grain: one row per company and category that it has a booking of; the months stand in a list, so that a name is sent
-- once and not in every month.
-- Columns: user_id, category, amount_eur (signed, positive is money in; one value per complete month of the data, 0
-- where nothing was booked).
-- Cash basis. Transfers between a company's own accounts are left out: they are not business.
with complete_months as (
  select month from bank.months where is_complete
), sums as (
  select
    accounts.user_id as user_id,
    transactions.category as category,
    date_trunc('month', transactions.booked_on) as month,
    sum(transactions.amount_eur) as amount_eur
  from bank.transactions
  join bank.accounts on accounts.account_id = transactions.account_id
  join bank.companies on companies.user_id = accounts.user_id
  left join bank.accounts counter_accounts
    on counter_accounts.account_id = transactions.counter_account_id
  where counter_accounts.user_id is distinct from accounts.user_id
  group by accounts.user_id, transactions.category, date_trunc('month', transactions.booked_on)
), pairs as (
  select distinct user_id, category from sums where month in (select month from complete_months)
)
select
  pairs.user_id as user_id,
  pairs.category as category,
  list(cast(coalesce(sums.amount_eur, 0) as decimal(18, 2)) order by complete_months.month) as amount_eur
from pairs
cross join complete_months
left join sums
  on sums.user_id = pairs.user_id
  and sums.category = pairs.category
  and sums.month = complete_months.month
group by pairs.user_id, pairs.category
order by user_id, category
