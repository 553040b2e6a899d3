-- What did a company, or all companies of an industry, take in and pay out for each category, month after month?
-- Grain: one row per company or industry and category that it has a booking of; the months stand in a list, so that a name
-- is sent once and not in every month.
-- Size: by key, a company or an industry each.
-- Columns: key (a user_id or an industry), first_month (of the list, the same in every row), category, amount_eur (signed, positive is money in; one value per complete month of the data, 0
-- where nothing was booked).
-- Cash basis. Transfers between a company's own accounts are left out: they are not business.
with complete_months as (
  select month from bank.months where is_complete
), sums as (
  select
    coalesce(accounts.user_id, companies.industry) as key,
    account_flows.category as category,
    account_flows.month as month,
    sum(account_flows.amount_eur) as amount_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.companies on companies.user_id = accounts.user_id
  where account_flows.other_side <> 'own'
  group by grouping sets (
    (accounts.user_id, account_flows.category, account_flows.month),
    (companies.industry, account_flows.category, account_flows.month)
  )
), pairs as (
  select distinct key, category from sums where month in (select month from complete_months)
)
select
  pairs.key as key,
  min(complete_months.month) as first_month,
  pairs.category as category,
  list(cast(coalesce(sums.amount_eur, 0) as decimal(18, 2)) order by complete_months.month) as amount_eur
from pairs
cross join complete_months
left join sums
  on sums.key = pairs.key
  and sums.category = pairs.category
  and sums.month = complete_months.month
group by pairs.key, pairs.category
order by key, category
