-- What does each account hold of each symbol at each month end, and what did that cost at moving average?
-- Grain: one row per month end, account and symbol traded by then; sold-out positions are present with 0.
-- Columns: day (month end), account_id, symbol, quantity_e6 (millionths of a share), cost_cents (fees of buying included).
-- An implementation of its own, to check src/lib/investing against; the two share rules and no code:
-- splits come before the trades of their day; cost leaves in proportion, rounded to the cent (halves up) from the
-- last purchase or split on, so that the parts add up; a position that a split rounds to nothing costs nothing.
with recursive

positions as (
  select account_id, symbol, min(date_trunc('day', executed_at)) as first_day
  from bank.trades
  group by account_id, symbol
),

events as (
  select
    account_id,
    symbol,
    date_trunc('day', executed_at) as day,
    side as kind,
    trade_id as place,
    cast(quantity * 1000000 as hugeint) as quantity_e6,
    cast((gross_eur + fee_eur) * 100 as hugeint) as cost_cents,
    null as shares_before,
    null as shares_after
  from bank.trades

  union all

  select
    positions.account_id,
    positions.symbol,
    splits.day,
    'split',
    0,
    null,
    null,
    cast(splits.shares_before as hugeint),
    cast(splits.shares_after as hugeint)
  from bank.splits
  join positions on positions.symbol = splits.symbol and positions.first_day < splits.day
),

steps as (
  select *, row_number() over (partition by account_id, symbol order by day, place) as step
  from events
),

-- pool: the shares and their cost at the last purchase or split; gone: how many of them have left since
walk as (
  select
    account_id,
    symbol,
    cast(0 as bigint) as step,
    timestamp '1970-01-01' as day,
    cast(0 as hugeint) as pool_e6,
    cast(0 as hugeint) as pool_cents,
    cast(0 as hugeint) as gone_e6
  from steps
  where step = 1

  union all

  select
    steps.account_id,
    steps.symbol,
    steps.step,
    steps.day,
    case steps.kind
      when 'buy' then pool_e6 - gone_e6 + quantity_e6
      when 'sell' then pool_e6
      else (2 * (pool_e6 - gone_e6) * shares_after + shares_before) // (2 * shares_before)
    end,
    case steps.kind
      when 'buy' then left_cents + cost_cents
      when 'sell' then pool_cents
      else case
        when 2 * (pool_e6 - gone_e6) * shares_after < shares_before then 0
        else left_cents
      end
    end,
    case steps.kind when 'sell' then gone_e6 + quantity_e6 else 0 end
  from (
    select
      *,
      pool_cents - coalesce((2 * pool_cents * gone_e6 + pool_e6) // nullif(2 * pool_e6, 0), 0)
        as left_cents
    from walk
  ) as held
  join steps on steps.account_id = held.account_id
    and steps.symbol = held.symbol
    and steps.step = held.step + 1
),

closes as (
  select account_id, symbol, day, pool_e6, pool_cents, gone_e6
  from walk
  where step > 0
  qualify row_number() over (partition by account_id, symbol, day order by step desc) = 1
),

month_ends as (
  select max(day) as day
  from bank.calendar
  group by month
)

select
  month_ends.day,
  account_id,
  symbol,
  pool_e6 - gone_e6 as quantity_e6,
  pool_cents - coalesce((2 * pool_cents * gone_e6 + pool_e6) // nullif(2 * pool_e6, 0), 0) as cost_cents
from closes
join month_ends on month_ends.day >= closes.day
qualify row_number() over (partition by month_ends.day, account_id, symbol order by closes.day desc) = 1
order by month_ends.day, account_id, symbol
