-- Grain and columns: sql/derived/person_months.sql. By month first: a column of equal months takes no room.
select
  user_id,
  month,
  leg_count,
  income_eur,
  salary_eur,
  fixed_eur,
  discretionary_eur,
  rent_eur,
  saved_eur,
  invested_eur,
  fee_eur,
  interest_eur,
  peer_eur,
  household_eur,
  brought_eur,
  securities_eur,
  net_eur,
  closing_balance_eur,
  liquid_balance_eur
from bank.person_months
order by month, user_id
