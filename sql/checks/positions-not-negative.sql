-- Rule 4b: nobody sells more of a security than they hold, splits counted.
-- Grain: one row per account and security that breaks the rule.
-- Columns: account_id, symbol, lowest_quantity (in shares after all splits), first_bad_at.
-- Every quantity is counted in the shares of today: multiplied by each later split, which changes no sign.
-- The product goes through logarithms, so less than a millionth of a share below zero is no finding.
-- In full: no position is ever negative, splits counted.
with factors as (
  select
    trades.trade_id as trade_id,
    coalesce(exp(sum(ln(cast(splits.shares_after as double) / splits.shares_before))), 1) as factor
  from trades
  left join splits on splits.symbol = trades.symbol and splits.day > cast(trades.executed_at as date)
  group by trades.trade_id
),
positions as (
  select
    trades.account_id as account_id,
    trades.symbol as symbol,
    trades.executed_at as executed_at,
    sum(case when trades.side = 'buy' then trades.quantity else -trades.quantity end * factors.factor) over (
      partition by trades.account_id, trades.symbol
      order by trades.executed_at, trades.trade_id
      rows between unbounded preceding and current row
    ) as quantity
  from trades
  join factors on factors.trade_id = trades.trade_id
)
select account_id, symbol, min(quantity) as lowest_quantity, min(executed_at) as first_bad_at
from positions
where quantity < -0.000001
group by account_id, symbol
order by account_id, symbol
