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
    list(trade_id order by trade_id) as trade_id,
    list(symbol order by trade_id) as symbol,
    list(side order by trade_id) as side,
    list(cast(executed_at as date) order by trade_id) as executed_on,
    list(quantity order by trade_id) as quantity,
    list(price order by trade_id) as price,
    list(fx_rate order by trade_id) as fx_rate,
    list(gross_eur order by trade_id) as gross_eur,
    list(fee_eur order by trade_id) as fee_eur
  from bank.trades
  group by account_id
), moved as (
  select
    account_id,
    list(booked_on order by transaction_id) as moved_on,
    list(category order by transaction_id) as moved_as,
    list(amount_eur order by transaction_id) as moved_eur
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
  coalesce(traded.trade_id, []) as trade_id,
  coalesce(traded.symbol, []) as symbol,
  coalesce(traded.side, []) as side,
  coalesce(traded.executed_on, []) as executed_on,
  coalesce(traded.quantity, []) as quantity,
  coalesce(traded.price, []) as price,
  coalesce(traded.fx_rate, []) as fx_rate,
  coalesce(traded.gross_eur, []) as gross_eur,
  coalesce(traded.fee_eur, []) as fee_eur,
  coalesce(moved.moved_on, []) as moved_on,
  coalesce(moved.moved_as, []) as moved_as,
  coalesce(moved.moved_eur, []) as moved_eur
from bank.accounts
join bank.users on users.user_id = accounts.user_id
left join traded on traded.account_id = accounts.account_id
left join moved on moved.account_id = accounts.account_id
where accounts.kind = 'brokerage'
order by key, accounts.account_id
