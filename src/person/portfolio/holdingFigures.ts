/** The figures on what is held, and on how concentrated it is. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {dayText, percent} from "../../lib/format.js";
import type {AccountView} from "../../lib/investing/account.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {
  accountShares,
  cashName,
  type Division,
  type HoldingRow,
  holdingRows,
  holdingsFinding,
  sharesFinding,
  sharesNote,
  sharesText,
} from "./holdingRows.js";
import {methodName, type Summary} from "./summary.js";

const holdingColumns: Column<HoldingRow>[] = [
  {key: "symbol", label: "Holding"},
  {key: "quantity", label: "Quantity", kind: "number", format: sharesText, minor: true},
  {key: "average_cost_eur", label: "Average cost", kind: "money", minor: true},
  {key: "price_eur", label: "Price", kind: "money", minor: true},
  {key: "value_eur", label: "Value", kind: "money", total: true},
  {key: "weight_share", label: "Weight", kind: "percent", total: true, bar: true},
  {key: "unrealized_eur", label: "Unrealized", kind: "money", total: true},
  {key: "realized_eur", label: "Realized", kind: "money", total: true, minor: true},
  {key: "dividend_eur", label: "Dividends", kind: "money", total: true, minor: true},
  {key: "xirr_share", label: "XIRR", kind: "percent", minor: true},
];

/** The holdings of an account as a table, each with its gains by the method of `view`. */
export function portfolioHoldings(
  {name, lastDay, cashCents}: Summary,
  view: AccountView,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  return figure({
    id: "portfolio-holdings",
    finding: holdingsFinding,
    subtitle: () =>
      `Holdings of ${name || "nobody"} on ${dayText(lastDay)}, EUR, ${methodName(view.method)}`,
    rows: holdingRows(view, cashCents, exchange),
    chart: (rows) =>
      dataTable(rows, {columns: holdingColumns, caption: "Holdings", maxHeight: 460}),
    columns: holdingColumns,
    note:
      "Cost includes the fees of buying, and both gains are after fees. XIRR is per year, and only of what has been " +
      "held in all for more than a year; a dash also stands where the flows have no one rate. Dividends count when " +
      "they are paid.",
    height: 240,
    sql,
  });
}

/** The parts of an account by instrument, currency or sector. */
export function portfolioShares(
  {lastDay, cashCents, idleShare}: Summary,
  view: AccountView,
  by: Division,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  const shares = accountShares(view, cashCents, exchange, by);
  return figure({
    id: "portfolio-shares",
    finding: sharesFinding(shares, by),
    subtitle: () => `Share of the account by ${by}, ${dayText(lastDay)}`,
    rows: shares.map(({name, valueCents, share}) => ({name, value_eur: valueCents / 100, share})),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: "name",
        value: "share",
        color: ({name}) => color(name === cashName ? "context" : "accent"),
        name: "Share",
        format: (share) => percent(share, 1),
      }),
    note: sharesNote(shares, idleShare),
    empty: "Nothing to show: the account is empty.",
    height: 160,
    sql,
  });
}
