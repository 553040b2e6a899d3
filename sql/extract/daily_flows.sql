-- What moved on each day, by who owns the account and what the money was for?
-- Grain: one row per day, owner kind, industry, account kind, category, channel, inside or not, and own transfer or
-- not; combinations without bookings are absent.
-- Columns: day, owner_kind (individual or company), industry (companies only), account_kind, category, channel, is_inside
-- (the other account is of this bank), is_own_transfer (the other account has the same owner), leg_count, inflow_eur and
-- outflow_eur (both positive), net_eur (inflow less outflow).
select
  transactions.booked_on as day,
  users.kind as owner_kind,
  companies.industry as industry,
  accounts.kind as account_kind,
  transactions.category as category,
  transactions.channel as channel,
  case when transactions.counter_account_id is null then 0 else 1 end as is_inside,
  case when counter_accounts.user_id = accounts.user_id then 1 else 0 end as is_own_transfer,
  count(*) as leg_count,
  sum(case when transactions.amount_eur > 0 then transactions.amount_eur else 0 end) as inflow_eur,
  sum(case when transactions.amount_eur < 0 then -transactions.amount_eur else 0 end) as outflow_eur,
  sum(transactions.amount_eur) as net_eur
from transactions
join accounts on accounts.account_id = transactions.account_id
join users on users.user_id = accounts.user_id
left join companies on companies.user_id = accounts.user_id
left join accounts counter_accounts on counter_accounts.account_id = transactions.counter_account_id
where transactions.booked_on <= '2099-12-31'
group by
  transactions.booked_on,
  users.kind,
  companies.industry,
  accounts.kind,
  transactions.category,
  transactions.channel,
  case when transactions.counter_account_id is null then 0 else 1 end,
  case when counter_accounts.user_id = accounts.user_id then 1 else 0 end
order by
  transactions.booked_on,
  users.kind,
  coalesce(companies.industry, ''),
  accounts.kind,
  transactions.category,
  transactions.channel,
  case when transactions.counter_account_id is null then 0 else 1 end,
  case when counter_accounts.user_id = accounts.user_id then 1 else 0 end
