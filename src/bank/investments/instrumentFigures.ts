/** The figures on single instruments: who holds them, what they made, and what was paid for them. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {partBars} from "../../components/partBars.js";
import {rankedBars} from "../../components/rankedBars.js";
import {money, percent} from "../../lib/format.js";
import {inWords} from "../../lib/words.js";
import {gainColor} from "./colors.js";
import {costPanels} from "./costPanels.js";
import {type CostRow, costsFinding, mostHeld} from "./costs.js";
import {
  byHolders,
  type GainPart,
  gainNames,
  gainParts,
  gainsFinding,
  holdersFinding,
  type TickerRow,
} from "./tickers.js";

/** How many instruments have their costs drawn; the table holds all. */
const shownCosts = 9;

/** The share of investors who hold each instrument. */
export function investmentHolders(tickers: readonly TickerRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-holders",
    finding: holdersFinding,
    subtitle:
      "Accounts that hold an instrument, as a share of all accounts that hold any, at the end",
    rows: byHolders(tickers),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: "symbol",
        value: ({holder_count, investor_count}) => holder_count / investor_count,
        name: "Share of investors",
        format: percent,
      }),
    note:
      "Savings plans go into funds, so funds lead where many have a plan. One lead over the next counts as more than " +
      "chance where the holders of the two would rarely divide so unevenly at random.",
    height: 640,
    empty: "Nothing to show: nobody holds a security.",
    sql,
  });
}

/** What all clients together made with each instrument. */
export function investmentGains(tickers: readonly TickerRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-gains",
    finding: gainsFinding,
    subtitle:
      "Gains and dividends of all clients by instrument, EUR, since the start: together (bar and number), and " +
      "below it each part",
    rows: tickers,
    chart: (rows, {width}) =>
      partBars(gainParts(rows), {
        width,
        label: "symbol",
        value: "amount_eur",
        series: "part",
        colors: gainColor,
        names: (part: GainPart) => gainNames[part],
        format: money,
      }),
    note:
      "Average cost method. Fees of buying are part of the cost and fees of selling reduce what was fetched, so " +
      "both gains are after fees. A lead counts as more than chance where it would rarely be as large had the clients " +
      "been others: what each made with the one instrument less what with the next, its sign drawn at random.",
    height: 620,
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
