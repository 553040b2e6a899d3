/** The figures on single instruments: who holds them, what they made, and what was paid for them. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {percent} from "../../lib/format.js";
import {inWords} from "../../lib/words.js";
import {costPanels} from "./costPanels.js";
import {type CostRow, costsFinding, mostHeld} from "./costs.js";
import {gainDots} from "./gainDots.js";
import {
  bothEnds,
  byResult,
  gainsFinding,
  type HeldRow,
  heldRows,
  holdersFinding,
  type TickerRow,
  withOthers,
} from "./tickers.js";
import {tradedAmounts, type VolumeRow} from "./volume.js";

/** How many instruments have a row of their own, are drawn of the most and least gains, and have their costs drawn. */
const shown = {holders: 8, gains: 5, costs: 6} as const;

const heldColumns: Column<HeldRow>[] = [
  {key: "name", label: "Instrument"},
  {
    key: "holder_share",
    label: "Investors",
    kind: "percent",
    format: (share) => percent(share),
    bar: true,
  },
  {key: "value_eur", label: "Held now", kind: "euros", total: true},
  {key: "bought_eur", label: "Bought", kind: "euros", total: true, minor: true},
  {key: "sold_eur", label: "Sold", kind: "euros", total: true, minor: true},
];

/** Who holds each instrument, how much of it, and what was bought and sold. */
export function investmentHolders(
  tickers: readonly TickerRow[],
  volume: readonly VolumeRow[],
  sql: Query,
): FigureElement {
  return figure({
    id: "investment-holders",
    finding: holdersFinding(tickers),
    subtitle:
      "Share of accounts with securities that hold it, value now, purchases and sales since the start, EUR",
    rows: heldRows(tickers, tradedAmounts(volume)),
    chart: (rows, {document}) =>
      dataTable(withOthers(rows, shown.holders), {
        columns: heldColumns,
        caption: "Instruments",
        document,
      }),
    columns: heldColumns,
    note:
      "All instruments are in the table. A lead is beyond chance where the holders of the two would rarely divide so " +
      "unevenly at random.",
    height: 400,
    empty: "Nothing to show: nobody holds a security.",
    sql,
  });
}

/** What all clients together made with each instrument. */
export function investmentGains(tickers: readonly TickerRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-gains",
    finding: gainsFinding,
    subtitle: (rows) =>
      "Gains and dividends of all clients since the start, EUR" +
      (rows.length > 2 * shown.gains
        ? `, for the ${inWords(shown.gains)} instruments with most and least`
        : ""),
    rows: byResult(tickers),
    chart: (rows, {width, document}) => gainDots(bothEnds(rows, shown.gains), {width, document}),
    note:
      "All instruments are in the table. Average cost method, gains after fees. A lead is beyond chance where the " +
      "difference of the two, client by client, would rarely be as large with signs drawn at random.",
    height: 360,
    empty: "Nothing to show: nobody has traded.",
    sql,
  });
}

/** The price of the instruments that most accounts hold, beside what their holders paid on average. */
export function investmentCosts(costs: readonly CostRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-costs",
    finding: costsFinding,
    subtitle:
      `Price of one share and average cost of all shares held, EUR, weekly, of the ${inWords(shown.costs)} ` +
      "instruments that most accounts hold; each on its own scale",
    rows: costs,
    chart: (rows, {width, document}) => costPanels(mostHeld(rows, shown.costs), {width, document}),
    note:
      "All instruments are in the table. A scale need not begin at zero. Prices and costs before a split are divided by " +
      "what one share has become since.",
    height: 420,
    empty: "Nothing to show: there are no prices.",
    sql,
  });
}
