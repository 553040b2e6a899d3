-- What is money spent on and earned from, by city, month after month?
-- Grain: one row per month, city, owner kind and category; combinations without legs are absent.
-- Columns: month (first day), city (the customer's), owner_kind (individual or company), category,
-- category_group (src/lib/bank/categories.ts), leg_count, customer_count (customers with at least one leg),
-- inflow_eur and outflow_eur (both positive), net_eur (inflow less outflow).
-- Both legs of a transfer between own accounts count, so that saving nets to 0 over all accounts.
select
  date_trunc('month', transactions.booked_on) as month,
  users.city as city,
  users.kind as owner_kind,
  transactions.category as category,
  categories.category_group as category_group,
  cast(count(*) as integer) as leg_count,
  cast(count(distinct accounts.user_id) as integer) as customer_count,
  cast(sum(greatest(transactions.amount_eur, 0)) as decimal(18, 2)) as inflow_eur,
  cast(sum(greatest(-transactions.amount_eur, 0)) as decimal(18, 2)) as outflow_eur,
  cast(sum(transactions.amount_eur) as decimal(18, 2)) as net_eur
from bank.transactions
join bank.accounts on accounts.account_id = transactions.account_id
join bank.users on users.user_id = accounts.user_id
left join bank.categories on categories.category = transactions.category
group by all
order by month, users.city, owner_kind, transactions.category
