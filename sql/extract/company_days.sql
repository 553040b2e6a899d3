-- What moved on the accounts of each company on each day, and for what?
-- Grain: one row per company, day and category; days without legs are absent.
-- Columns: user_id, day, category, leg_count, amount_eur (signed: positive is money in), lowest_eur (the smallest leg: of
-- payments out, the largest).
select
  accounts.user_id as user_id,
  transactions.booked_on as day,
  transactions.category as category,
  count(*) as leg_count,
  sum(transactions.amount_eur) as amount_eur,
  min(transactions.amount_eur) as lowest_eur
from transactions
join accounts on accounts.account_id = transactions.account_id
join companies on companies.user_id = accounts.user_id
where transactions.booked_on <= '2099-12-31'
group by accounts.user_id, transactions.booked_on, transactions.category
order by accounts.user_id, transactions.booked_on, transactions.category
