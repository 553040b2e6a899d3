-- Rule 4a: every trade is paid to the cent: quantity times price and exchange rate, plus or minus the fee.
-- Grain: one row per trade that breaks the rule, and one per cash leg without a trade (trade_id is null).
-- Columns: trade_id, transaction_id, expected_gross_eur, gross_eur, expected_leg_eur, leg_eur, reason.
-- Halves round away from zero; the inner cast gives DuckDB the digits that MariaDB has anyway, the outer one takes from
-- ClickHouse the zeros behind the cents. A cash leg is a transaction of category trade.
-- In full: a trade's cash leg is quantity × price × fx ± fee, to the cent, on the trade's brokerage account at its instant, and pays for no other trade.
with priced as (
  select
    trades.trade_id as trade_id,
    trades.transaction_id as transaction_id,
    trades.gross_eur as gross_eur,
    cast(round(cast(trades.quantity as decimal(24, 6)) * trades.price * trades.fx_rate, 2) as decimal(18, 2))
      as expected_gross_eur,
    case when trades.side = 'buy' then -(trades.gross_eur + trades.fee_eur)
      else trades.gross_eur - trades.fee_eur end as expected_leg_eur,
    transactions.amount_eur as leg_eur,
    case
      when trades.quantity <= 0 then 'quantity is not positive'
      when trades.gross_eur <> round(cast(trades.quantity as decimal(24, 6)) * trades.price * trades.fx_rate, 2)
        then 'gross is not quantity × price × fx'
      when transactions.transaction_id is null then 'no cash leg'
      when transactions.category <> 'trade' then 'cash leg of another category'
      when transactions.account_id <> trades.account_id then 'cash leg on another account'
      when transactions.booked_at <> trades.executed_at then 'cash leg at another instant'
      when transactions.amount_eur <> case when trades.side = 'buy' then -(trades.gross_eur + trades.fee_eur)
        else trades.gross_eur - trades.fee_eur end then 'cash leg of another amount'
      when accounts.kind <> 'brokerage' then 'not a brokerage account'
      else null
    end as reason
  from trades
  left join transactions on transactions.transaction_id = trades.transaction_id
  left join accounts on accounts.account_id = trades.account_id
),
uses as (
  select transaction_id, count(*) as trade_count
  from trades
  group by transaction_id
),
faults as (
  select trade_id, transaction_id, expected_gross_eur, gross_eur, expected_leg_eur, leg_eur, reason
  from priced
  where reason is not null
  union all
  select
    priced.trade_id as trade_id,
    priced.transaction_id as transaction_id,
    priced.expected_gross_eur as expected_gross_eur,
    priced.gross_eur as gross_eur,
    priced.expected_leg_eur as expected_leg_eur,
    priced.leg_eur as leg_eur,
    'cash leg of several trades' as reason
  from priced
  join uses on uses.transaction_id = priced.transaction_id
  where uses.trade_count > 1 and priced.reason is null
  union all
  select
    null as trade_id,
    transactions.transaction_id as transaction_id,
    null as expected_gross_eur,
    null as gross_eur,
    null as expected_leg_eur,
    transactions.amount_eur as leg_eur,
    'cash leg without a trade' as reason
  from transactions
  left join uses on uses.transaction_id = transactions.transaction_id
  where transactions.category = 'trade' and uses.transaction_id is null
)
select trade_id, transaction_id, expected_gross_eur, gross_eur, expected_leg_eur, leg_eur, reason
from faults
order by transaction_id, trade_id
