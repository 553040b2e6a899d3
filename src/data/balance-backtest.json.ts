// How good is the forecast of balances, a week to two months ahead?
// Grain: one row per horizon, of main customers and of all others; none where the data are too short.
// Size: bounded by horizons.
// Legs: needed.
// Columns: is_main (sql/derived/person_relations.sql), horizon_days, coverage_80_share and coverage_95_share (outcomes inside
// the bands), below_80_share (outcomes below the 80 % band), mae_eur (mean absolute error of the median future),
// mae_flat_eur (of "as today"), mae_month_eur (of "as on the same day a month ago"), gain_eur (how much more the better of
// the two errs, mean over forecasts) and gain_error_eur (its standard error), forecast_count.
// Each person is forecast once, as if 60, 90 or 120 days before the end of the data, in turn, with what was known then.
// Accounts open for less than 90 days, and those closed within the 60 days ahead, are left out.
import {withBank} from "../../loaders/datasets/bank.js";
import {readMainCustomers, readPersonPayments} from "../../loaders/datasets/personLegs.js";
import {balanceAccuracy} from "../lib/balances/backtest.js";

await withBank(async (bank) => {
  const payments = await bank.once(readPersonPayments);
  const main = await readMainCustomers(bank);
  return [true, false].flatMap((is_main) => {
    const people = payments.people.filter(({userId}) => main.has(userId) === is_main);
    return balanceAccuracy({...payments, people}).map((row) => ({is_main, ...row}));
  });
});
