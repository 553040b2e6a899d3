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
  byResult,
  gainsFinding,
  type HeldRow,
  heldRows,
  holdersFinding,
  type TickerRow,
} from "./tickers.js";
import {tradedAmounts, type VolumeRow} from "./volume.js";

/** How many instruments have their costs drawn; the table holds all. */
const shownCosts = 9;

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
      "Share of investors (accounts that hold anything) who hold an instrument now, its value, and purchases and " +
      "sales since the start, EUR",
    rows: heldRows(tickers, tradedAmounts(volume)),
    chart: (rows, {document}) =>
      dataTable(rows, {columns: heldColumns, caption: "Instruments", document}),
    columns: heldColumns,
    note:
      "Savings plans go into funds, so funds lead where many have a plan. A lead over the next counts as more than " +
      "chance where the holders of the two would rarely divide so unevenly at random.",
    height: 780,
    empty: "Nothing to show: nobody holds a security.",
    sql,
  });
}

/** What all clients together made with each instrument. */
export function investmentGains(tickers: readonly TickerRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-gains",
    finding: gainsFinding,
    subtitle: "Gains and dividends of all clients by instrument since the start, EUR",
    rows: byResult(tickers),
    chart: (rows, {width, document}) => gainDots(rows, {width, document}),
    note:
      "Average cost method, both gains after fees. A lead counts as more than chance where it would rarely be as large " +
      "had the clients been others: what each made with the one instrument less what with the next, its sign drawn at " +
      "random.",
    height: 660,
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
      `Price of one share and average cost of all shares held, EUR, weekly, of the ${inWords(shownCosts)} ` +
      "instruments that most accounts hold; each on its own scale",
    rows: costs,
    chart: (rows, {width, document}) => costPanels(mostHeld(rows, shownCosts), {width, document}),
    note:
      "All instruments are in the table and the download. A scale need not begin at zero. Prices and costs before a " +
      "split are divided by what one share has become since. A sale leaves the average as it is; a purchase moves it.",
    height: 420,
    empty: "Nothing to show: there are no prices.",
    sql,
  });
}
