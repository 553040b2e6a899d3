/** The figure on how good forecasts of balances are. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {count, money} from "../../lib/format.js";
import {accuracyFinding, type BacktestRow, gainText, othersText} from "./balanceWords.js";

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
    empty: "It takes five months of data to test the forecast.",
    note:
      `An 80% band should hold 80% of outcomes.${gainText(rows.filter(({is_main}) => is_main))} An income that ends, a ` +
      `contract that begins and a large bill are not foreseen.${othersText(rows)}`,
    height: 220,
    code,
  });
}
