/** The figures on the days ahead: one person's balance, and how good such forecasts are. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {futuresOf, type KnownAccount} from "../../lib/balances/rows.js";
import {dayMs} from "../../lib/day.js";
import {count, dayText, money} from "../../lib/format.js";
import type {ContractRow} from "../../lib/recurring/rows.js";
import {
  accuracyFinding,
  aheadFinding,
  type BacktestRow,
  type BalanceDay,
  balanceDays,
  lowestText,
  othersText,
} from "./balanceWords.js";

/** The overdraft limit as a level, where the balance may come near it. */
function limitLevels(rows: readonly BalanceDay[], limit: number): {value: number; text: string}[] {
  const lowest = Math.min(...rows.map(({low_eur, balance_eur}) => low_eur ?? balance_eur));
  if (limit === 0 || lowest >= 0) return [];
  return [{value: -limit, text: `Overdraft limit: ${money(-limit)}`}];
}

/** The balance of a person's account in the last days and the next sixty; of nobody where the account is closed. */
export function balanceForecast(
  name: string,
  account: KnownAccount | undefined,
  contracts: readonly ContractRow[],
  code: Query,
): FigureElement {
  const futures = account && futuresOf(account, contracts);
  const path = account && futures ? balanceDays(account, futures) : [];
  const {limit, lastDay} = account ?? {limit: 0, lastDay: 0};
  return figure({
    id: "balance-forecast",
    finding:
      account && futures
        ? aheadFinding(name, account, futures)
        : `${name} has no open account to forecast`,
    subtitle:
      "Balance of the checking account at the end of each day, EUR; dotted: median of 400 futures, band: 80% of them",
    rows: path,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "day",
        y: "balance_eur",
        band: ["low_eur", "high_eur"],
        format: money,
        formatX: dayText,
        dashedFrom: new Date(lastDay * dayMs),
        name: "Balance",
        levels: limitLevels(rows, limit),
      }),
    columns: [
      {key: "day", label: "Day"},
      {key: "balance_eur", label: "Balance or median (EUR)"},
      {key: "low_eur", label: "80% low"},
      {key: "high_eur", label: "80% high"},
      {key: "lowest_eur", label: "95% low"},
      {key: "highest_eur", label: "95% high"},
    ],
    empty: "Nothing to forecast: the account is closed.",
    height: account ? 340 : 120,
    note:
      `${lowestText(path)} Each day’s median is its own. Contracts come on their due days; the rest is drawn from ` +
      "the person’s own last year.",
    code,
  });
}

const accuracyColumns: Column<BacktestRow>[] = [
  {key: "horizon_days", label: "Days ahead"},
  {key: "mae_eur", label: "This forecast", format: money},
  {key: "mae_flat_eur", label: "As today", format: money},
  {key: "mae_month_eur", label: "As a month ago", format: money},
  {key: "coverage_80_share", label: "In the 80% band"},
  {key: "coverage_95_share", label: "In the 95% band"},
  {key: "below_80_share", label: "Below the 80% band"},
];

/** How far the forecasts of main customers missed, by days ahead. */
export function balanceBacktest(rows: readonly BacktestRow[], code: Query): FigureElement {
  return figure({
    id: "balance-backtest",
    finding: accuracyFinding(rows.filter(({is_main}) => is_main)),
    subtitle: ([first]) =>
      `Mean absolute error by days ahead, EUR; ${count(first!.forecast_count)} main customers, each forecast as if ` +
      "60, 90 or 120 days before the end of the data",
    rows: rows.filter(({is_main}) => is_main),
    chart: (rows) =>
      dataTable(rows, {columns: accuracyColumns, caption: "Accuracy of the forecast"}),
    columns: accuracyColumns,
    empty: "It takes five months of data to try the forecast.",
    note:
      "An 80% band should hold 80% of outcomes. An income that ends, a contract that begins and a large bill are not " +
      `foreseen.${othersText(rows)}`,
    height: 220,
    code,
  });
}
