/** The figures on one holding: its trades on the line of the price, and its calculation trail. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {missing, moneyExact, type Value} from "../../lib/format.js";
import type {AccountView} from "../../lib/investing/account.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Method} from "../../lib/investing/trade.js";
import type {Trail} from "../../lib/investing/trail.js";
import {sharesText} from "./holdingRows.js";
import {methodName} from "./summary.js";
import {tradesChart} from "./tradesChart.js";
import {
  priceFinding,
  priceRows,
  type TrailLine,
  tradeMarks,
  trailFinding,
  trailLines,
} from "./trailRows.js";

/** The trail of a holding in a view; one without rows where it was never held. */
export function trailOf({trails}: AccountView, symbol: string | undefined): Trail {
  return trails.find((trail) => trail.symbol === symbol) ?? {accountId: "", symbol: "", rows: []};
}

const ofSymbol = (symbol: string) => symbol && ` of ${symbol}`;

/** The price of a holding with each trade on it, and what the shares held cost on average. */
export function portfolioTrades(trail: Trail, exchange: Exchange, sql: Query): FigureElement {
  const {symbol} = trail;
  const prices = trail.rows.length > 0 ? priceRows(trail, exchange) : [];
  return figure({
    id: "portfolio-trades",
    finding: priceFinding(symbol, prices),
    subtitle:
      `Price of one share${ofSymbol(symbol)}, EUR; triangles: purchases (up) and sales (down), larger with more ` +
      "money; dashed: average cost",
    rows: prices,
    empty: "Nothing to show: nothing was traded.",
    chart: (rows, {width}) => tradesChart(rows, tradeMarks(trail, exchange), {width}),
    note:
      "Before a split, prices and costs are divided by what one share has become since. The scale need not begin at " +
      "zero.",
    sql,
  });
}

/** In the currency of the instrument, which its name does not tell. */
const price = (amount: Value) => moneyExact(amount).replace("€", "");
const euros4 = (amount: number | null) => (amount === null ? missing : `€${amount.toFixed(4)}`);

const trailColumns: Column<TrailLine>[] = [
  {key: "day", label: "Day", kind: "day"},
  {key: "what", label: "What, by trade"},
  {key: "quantity", label: "Shares", kind: "number", format: sharesText},
  {key: "price", label: "Price", kind: "number", format: price},
  {key: "fx_rate", label: "Rate", kind: "number", format: sharesText, minor: true},
  {key: "fee_eur", label: "Fee", kind: "money", minor: true},
  {key: "cash_eur", label: "Cash", kind: "money"},
  {key: "cost_removed_eur", label: "Cost gone", kind: "money", minor: true},
  {key: "realized_eur", label: "Realized", kind: "money"},
  {key: "held", label: "Held", kind: "number", format: sharesText},
  {key: "cost_eur", label: "Cost", kind: "money", minor: true},
  {key: "average_cost_eur", label: "Average", kind: "money", format: euros4, minor: true},
];

/** Every trade and split of a holding in order, with what each did to cost and gain by the method. */
export function portfolioTrail(trail: Trail, method: Method, sql: Query): FigureElement {
  const {symbol} = trail;
  return figure({
    id: "portfolio-trail",
    finding: trailFinding(trail),
    subtitle:
      `Every trade and split${ofSymbol(symbol)} in order, and what was held after it, EUR; ` +
      methodName(method),
    rows: trailLines(trail),
    empty: "Nothing to show: nothing was traded.",
    chart: (rows) =>
      dataTable(rows, {
        columns: trailColumns,
        caption: `Calculation trail of ${symbol}`,
        maxHeight: 560,
      }),
    columns: trailColumns,
    note:
      "A purchase adds its amount and its fee to the cost. A sale takes away the cost of what left; what it brought, " +
      "less its fee and that cost, is realized. A split changes the number of shares and not their cost. The average " +
      "is cost by shares held. Amounts are rounded to the cent, halves away from zero.",
    height: 240,
    sql,
  });
}
