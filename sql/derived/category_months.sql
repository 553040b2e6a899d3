-- What is money spent on and earned from, by city, month after month?
-- Grain: one row per month, city, owner kind and category; combinations without legs are absent.
-- Columns: month (first day), city (the customer's), owner_kind (individual or company), category,
-- category_group (src/lib/bank/categories.ts), leg_count, customer_count (customers with at least one leg),
-- inflow_eur and outflow_eur (both positive), net_eur (inflow less outflow).
-- Both legs of a transfer between own accounts count, so that saving nets to 0 over all accounts.
select
  account_flows.month as month,
  users.city as city,
  users.kind as owner_kind,
  account_flows.category as category,
  categories.category_group as category_group,
  cast(sum(account_flows.leg_count) as integer) as leg_count,
  cast(count(distinct accounts.user_id) as integer) as customer_count,
  cast(sum(greatest(account_flows.amount_eur, 0)) as decimal(18, 2)) as inflow_eur,
  cast(sum(greatest(-account_flows.amount_eur, 0)) as decimal(18, 2)) as outflow_eur,
  cast(sum(account_flows.amount_eur) as decimal(18, 2)) as net_eur
from bank.account_flows
join bank.accounts on accounts.account_id = account_flows.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.categories on categories.category = account_flows.category
group by all
order by month, users.city, owner_kind, account_flows.category
