/**
 * The forecast of monthly money: of all companies of a bank together, and of one series alone.
 *
 * Companies (`forecastCompanies`). Eighteen months show a yearly pattern once and a half, too little for one
 * company, so what can be shared is shared:
 * - the season: indices of the whole bank, the industry, and the company, each shrunk as far as the data
 *   carry it (seasonalIndex.ts), around straight trends (straightTrend.ts);
 * - level and trend of what the season leaves of inflow and outflow: exponential smoothing with a damped trend, its
 *   parameters chosen by the pool and a little by the company (dampedTrend.ts, smoothingChoice.ts);
 * - the level of net flow, on which the balance of a year hence rests: near the pool's, as far as the company's own
 *   quarters do not say otherwise, and in doubt (pooledLevels.ts);
 * - the errors: each error that the method would have made in the past, with a season that had not seen it,
 *   over the size of the company's other errors (pooledFit.ts), which is drawn towards its industry's
 *   (errorSizes.ts); futures draw from all of them, in runs of months (surpriseRuns.ts);
 * - the band of inflow and outflow: wider where a year cannot tell a trend from a season, and by as much as the latest
 *   months, had they been forecast before they came, would have asked for (calibration.ts);
 * - inflow and outflow give way in every path until they differ by net (cashPaths.ts).
 *
 * One series (`forecastSeries`) leans on nothing else: a season must prove itself (seriesSeason.ts), and
 * everything that the rest may be is kept, weighed by how well it would have foretold the months that came
 * (seriesModels.ts, seriesProcess.ts); whether a month is 0 is foretold apart (seriesZeros.ts). The band is the
 * mixture's (seriesMixture.ts).
 *
 * How good it is: flowBacktest.ts compares the companies' months with three baselines out of sample, balanceBacktest.ts
 * their balances with two; `npm run bench -- --only forecast` prints both, and how one series alone does on invented ones of many kinds. Textbook: Hyndman &
 * Athanasopoulos, "Forecasting: principles and practice", 3rd ed. (FPP3), otexts.com/fpp3; papers are named
 * where their formula is used. Left out on purpose: payments that are already known (invoices sent, taxes
 * due), and any other knowledge of what the money is for.
 */
export {
  type BalanceAccuracy,
  type BalanceMethod,
  balanceBacktest,
  type CompanyWithCash,
  type JudgedBalance,
  judgeBalances,
} from "./balanceBacktest.js";
export {type BaselineName, baselines} from "./baselines.js";
export type {CashPaths, Flow} from "./cashPaths.js";
export {
  type Company,
  type CompanyForecast,
  fewestMonths,
  forecastCompanies,
} from "./companyForecast.js";
export {
  type FlowAccuracy,
  type FlowBacktest,
  flowBacktest,
  type JudgedFlows,
  judgeFlows,
} from "./flowBacktest.js";
export {monthsAhead, pastForecasts} from "./pastForecasts.js";
export {pathQuantiles} from "./pathQuantiles.js";
export type {Quantiles} from "./quantiles.js";
export {forecastSeries, maybeTooLittle} from "./seriesForecast.js";
