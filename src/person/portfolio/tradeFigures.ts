/** The figures on one holding: its trades on the line of the price, and its calculation trail. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {formatDay} from "../../lib/day.js";
import {missing, moneyExact, type Value} from "../../lib/format.js";
import type {AccountView} from "../../lib/investing/account.js";
import {type Exchange, instrumentText} from "../../lib/investing/brokerage.js";
import {quotesOf} from "../../lib/investing/market.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import type {Method} from "../../lib/investing/trade.js";
import type {Trail} from "../../lib/investing/trail.js";
import {sharesText} from "./holdingRows.js";
import {methodName} from "./method.js";
import {periodText} from "./steps.js";
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

/** The price of a holding over a period with each trade on it, and what the shares held cost on average. */
export function portfolioTrades(
  trail: Trail,
  days: Portfolio,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  const {symbol} = trail;
  const name = symbol && instrumentText(exchange, symbol);
  const from = days.eve + 1;
  const prices = trail.rows.length > 0 ? priceRows(trail, exchange, {from}) : [];
  const marks = tradeMarks(trail, exchange).filter(({day}) => day >= formatDay(from));
  return figure({
    id: "portfolio-trades",
    finding: priceFinding(name, prices),
    subtitle:
      "Price of one share, EUR, with purchases (triangles up) and sales (down), larger with more money; dashed: average " +
      `cost; ${periodText(days)}`,
    rows: prices,
    empty: "Nothing to show: nothing was traded.",
    chart: (rows, {width, document}) => tradesChart(rows, marks, {width, height: 300, document}),
    note:
      "Before a split, prices and costs are divided by the number of shares that one share has become. The scale need " +
      "not begin at zero.",
    height: 300,
    sql,
  });
}

/** In the currency of the instrument, which the head of the column names. */
const price = (amount: Value) => moneyExact(amount).replace("€", "");
const euros4 = (amount: number | null) => (amount === null ? missing : `€${amount.toFixed(4)}`);

/** The columns of a trail; the rate of exchange only where there is one. */
function trailColumns(currency: string): Column<TrailLine>[] {
  const rate: Column<TrailLine> = {
    key: "fx_rate",
    label: `EUR per ${currency}`,
    kind: "number",
    format: sharesText,
    minor: true,
  };
  return [
    {key: "day", label: "Day", kind: "day"},
    {key: "what", label: "Trade"},
    {key: "quantity", label: "Shares", kind: "number", format: sharesText},
    {key: "price", label: `Price (${currency})`, kind: "number", format: price, minor: true},
    ...(currency === "EUR" ? [] : [rate]),
    {key: "fee_eur", label: "Fee", kind: "money", minor: true},
    {key: "cash_eur", label: "Cash", kind: "money", minor: true},
    {key: "cost_removed_eur", label: "Cost of shares sold", kind: "money", minor: true},
    {key: "realized_eur", label: "Realised", kind: "money", isSigned: true, minor: true},
    {key: "held", label: "Held", kind: "number", format: sharesText, minor: true},
    {key: "cost_eur", label: "Cost", kind: "money"},
    {key: "average_cost_eur", label: "Average cost", kind: "money", format: euros4, minor: true},
  ];
}

/** Every trade and split of a holding in order, with what each did to cost and gain by the method. */
export function portfolioTrail(
  trail: Trail,
  method: Method,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  const {symbol} = trail;
  const name = symbol && instrumentText(exchange, symbol);
  const columns = trailColumns(symbol ? quotesOf(exchange.market, symbol).currency : "EUR");
  return figure({
    id: "portfolio-trail",
    finding: trailFinding(trail, name),
    subtitle: `Every trade and split of ${name || "a holding"} since the first, and what was held after it, EUR, ${methodName(method)}`,
    rows: trailLines(trail),
    empty: "Nothing to show: nothing was traded.",
    chart: (rows, {document}) =>
      dataTable(rows, {
        columns,
        caption: `Calculation trail of ${name}`,
        maxHeight: 560,
        document,
      }),
    columns,
    note:
      "A purchase adds its amount and fee to the cost. A sale takes away the cost of the shares sold, and realises its " +
      "proceeds less fee and cost. A split leaves the cost as it is.",
    height: 240,
    sql,
  });
}
