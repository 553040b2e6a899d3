// How well would this forecast have done: single months one to three ahead, and balances three, six and twelve ahead?
// Grain: two lists. flows: one row per flow (inflow, outflow, net) and method, the forecast and the three that it must
// beat. balances: one row per horizon and method, the forecast and the two that it must beat.
// Columns of flows: flow, method, mase (mean absolute scaled error of the median company), mase_ratio (the forecast's
// MASE over this method's, of the median company), company_count, forecast_count, and for the forecast itself bias (mean of
// forecast less actual, in the unit of MASE), coverage_80_share and coverage_95_share (outcomes inside the bands).
// Columns of balances: months_ahead, method, origin_months (after how many months the forecasts were made),
// forecast_count, coverage_80_share, error_months (mean absolute error of the sum of net flows, in the company's mean
// months of outflow), lead_months and lead_noise_months (by how much the forecast errs less than this method, and the
// standard error of that), with_cash_count (companies with cash when forecast), and of these dry_expected_count, dry_count (a
// month ended below zero) and brier (mean squared error of the probability of that).
// Forecasts are made as if 3, 4, 5, 6 and 12 months before the last month, with what was known of the companies then; one
// that knew less than a year counts only at a horizon that has no other. Balances are cash at the origin and operating
// flows since: loans and capital are in neither forecast nor outcome. A bank too young has no rows.
// Size: bounded by flows, methods and horizons.
import seedrandom from "seedrandom";
import {withBank} from "../../loaders/datasets/bank.js";
import {accuracyRows} from "../companies/runway/accuracy.js";
import {balanceAccuracyRows} from "../companies/runway/balanceAccuracy.js";
import {type RunwayCompany, seriesOf} from "../lib/companies/runways.js";
import {
  balanceBacktest,
  flowBacktest,
  judgeBalances,
  judgeFlows,
  pastForecasts,
} from "../lib/forecasting/forecast.js";

await withBank(async (bank) => {
  const companies = (await bank.dataset<RunwayCompany>("company-months.keyed")).map(seriesOf);
  const past = pastForecasts(companies, seedrandom("runway backtest"), {paths: 200});
  const rivals = seedrandom("runway rivals");
  // one by one: the futures of all companies at all origins would fill the memory
  const judged = Array.from(past, (one) => ({
    flows: judgeFlows(one),
    balances: judgeBalances(one, rivals),
  }));
  return {
    flows: accuracyRows(flowBacktest(judged.map(({flows}) => flows))),
    balances: balanceAccuracyRows(balanceBacktest(judged.flatMap(({balances}) => balances))),
  };
});
