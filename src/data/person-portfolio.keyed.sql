-- What has a person's brokerage account traded, and what has moved its cash?
-- Grain: one row per brokerage account; its trades and its cash stand in lists, so that a name is sent once.
-- Size: by key, a person each.
-- Columns: key (the owner), account_id, user_id, name and city of the owner, opening_balance_eur (cash before the first booking); of
-- each trade in the order of execution trade_id, symbol, side, executed_on, quantity (shares), price (in the
-- currency of the instrument), fx_rate (EUR per unit of it), gross_eur and fee_eur; of each other movement of cash
-- in the order of booking moved_on, moved_as (its category) and moved_eur (signed, positive is money into the account).
-- Cash legs of trades and dividends are left out: they follow from the trades, the prices and the rates.
with traded as (
  select
    account_id,
    -- sorted when it is whole: an ordered aggregate takes a quarter of a megabyte an account
    list_sort(list({
      trade_id: trade_id,
      symbol: symbol,
      side: side,
      executed_on: cast(executed_at as date),
      quantity: quantity,
      price: price,
      fx_rate: fx_rate,
      gross_eur: gross_eur,
      fee_eur: fee_eur
    })) as trades
  from bank.trades
  group by account_id
), moved as (
  select
    account_id,
    list_sort(list({
      transaction_id: transaction_id, booked_on: booked_on, category: category, amount_eur: amount_eur
    })) as moves
  from bank.brokerage_legs
  group by account_id
)
select
  accounts.user_id as key,
  accounts.account_id as account_id,
  accounts.user_id as user_id,
  users.name as name,
  users.city as city,
  accounts.opening_balance_eur as opening_balance_eur,
  coalesce([trade.trade_id for trade in trades], []) as trade_id,
  coalesce([trade.symbol for trade in trades], []) as symbol,
  coalesce([trade.side for trade in trades], []) as side,
  coalesce([trade.executed_on for trade in trades], []) as executed_on,
  coalesce([trade.quantity for trade in trades], []) as quantity,
  coalesce([trade.price for trade in trades], []) as price,
  coalesce([trade.fx_rate for trade in trades], []) as fx_rate,
  coalesce([trade.gross_eur for trade in trades], []) as gross_eur,
  coalesce([trade.fee_eur for trade in trades], []) as fee_eur,
  coalesce([move.booked_on for move in moves], []) as moved_on,
  coalesce([move.category for move in moves], []) as moved_as,
  coalesce([move.amount_eur for move in moves], []) as moved_eur
from bank.accounts
join bank.users on users.user_id = accounts.user_id
left join traded on traded.account_id = accounts.account_id
left join moved on moved.account_id = accounts.account_id
where accounts.kind = 'brokerage'
order by key, accounts.account_id
