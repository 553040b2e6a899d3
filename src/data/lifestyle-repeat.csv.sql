-- Which habits are there again when people are looked at a second time?
-- Grain: one row per kind of purchase by choice; no rows where nobody can be judged.
-- Size: bounded by kinds of purchase.
-- Columns: category, purchase_share (mean over people of its share of purchases), purchases_repeat and euros_repeat (how far a
-- person's share repeats, by number of purchases and by euros: 0 chance, 1 the same again), person_count.
-- Repeatability: the correlation over people between the odd and the even ones of the last twelve complete months, stepped
-- up to all of them by the formula of Spearman and Brown, 2r / (1 + r); negative correlations count as 0. People and kinds as in
-- lifestyle-habits: main customers with at least 60 purchases, cash left out.
with window_months as (
  select month, row_number() over (order by month) % 2 = 1 as is_odd
  from (select month from bank.months where is_complete order by month desc limit 12)
), purchases as (
  select accounts.user_id as user_id, account_flows.category as category, window_months.is_odd as is_odd,
    account_flows.leg_count as leg_count, -account_flows.amount_eur as spent_eur
  from bank.account_flows
  join bank.accounts on accounts.account_id = account_flows.account_id
  join bank.person_relations on person_relations.user_id = accounts.user_id and person_relations.relation = 'main'
  join bank.categories on categories.category = account_flows.category
  join window_months on window_months.month = account_flows.month
  where categories.category_group = 'discretionary' and account_flows.category <> 'cash' and not account_flows.is_inflow
), sums as (
  select
    user_id,
    category,
    coalesce(sum(leg_count) filter (where is_odd), 0) as odd_count,
    coalesce(sum(leg_count) filter (where not is_odd), 0) as even_count,
    cast(coalesce(sum(spent_eur) filter (where is_odd), 0) as double) as odd_eur,
    cast(coalesce(sum(spent_eur) filter (where not is_odd), 0) as double) as even_eur
  from purchases
  group by user_id, category
), totals as (
  select user_id, sum(odd_count) as odd_count, sum(even_count) as even_count, sum(odd_eur) as odd_eur, sum(even_eur) as even_eur
  from sums
  group by user_id
  having sum(odd_count) + sum(even_count) >= 60
), shares as (
  select
    kinds.category as category,
    coalesce(sums.odd_count, 0) / greatest(totals.odd_count, 1) as odd,
    coalesce(sums.even_count, 0) / greatest(totals.even_count, 1) as even,
    (coalesce(sums.odd_count, 0) + coalesce(sums.even_count, 0)) / (totals.odd_count + totals.even_count) as share,
    case when totals.odd_eur > 0 then coalesce(sums.odd_eur, 0) / totals.odd_eur else 0 end as odd_eur,
    case when totals.even_eur > 0 then coalesce(sums.even_eur, 0) / totals.even_eur else 0 end as even_eur
  from totals
  cross join (select distinct category from purchases) as kinds
  left join sums on sums.user_id = totals.user_id and sums.category = kinds.category
), correlations as (
  select
    category,
    avg(share) as purchase_share,
    count(*) as person_count,
    case when stddev_pop(odd) > 0 and stddev_pop(even) > 0 then greatest(corr(odd, even), 0) else 0 end as by_count,
    case when stddev_pop(odd_eur) > 0 and stddev_pop(even_eur) > 0 then greatest(corr(odd_eur, even_eur), 0) else 0 end as by_euro
  from shares
  group by category
)
select
  category,
  round(purchase_share, 6) as purchase_share,
  round(2 * by_count / (1 + by_count), 6) as purchases_repeat,
  round(2 * by_euro / (1 + by_euro), 6) as euros_repeat,
  cast(person_count as integer) as person_count
from correlations
order by purchases_repeat desc, category
