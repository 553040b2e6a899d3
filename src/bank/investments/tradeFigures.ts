/** The figures on what clients buy and sell, and what the bank earns on it. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {partBars} from "../../components/partBars.js";
import {money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import {sideColor} from "./colors.js";
import {feeMonths, feesFinding, sidesOf, type VolumeRow, volumeFinding} from "./volume.js";

/** Purchases and sales of each instrument. */
export function investmentVolume(volume: readonly VolumeRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-volume",
    finding: volumeFinding,
    subtitle: (rows) =>
      `Purchases less sales by instrument, EUR, ${monthSpan(rows)} (bar and number), and below it both sides`,
    rows: volume,
    chart: (rows, {width}) =>
      partBars(sidesOf(rows), {
        width,
        label: "symbol",
        value: "amount_eur",
        series: "side",
        colors: sideColor,
        names: sentence,
        format: money,
      }),
    height: 620,
    empty: "Nothing to show: nobody has traded.",
    sql,
  });
}

/** The commissions on trades in each month. */
export function investmentFees(volume: readonly VolumeRow[], sql: Query): FigureElement {
  return figure({
    id: "investment-fees",
    finding: feesFinding,
    subtitle: (rows) => `Commissions on trades, EUR per month, ${monthSpan(rows)}`,
    rows: volume,
    chart: (rows, {width}) =>
      barChart(feeMonths(rows), {
        width,
        height: 240,
        x: "month",
        y: "fee_eur",
        name: "Commissions",
        color: () => color("group-fee"),
        format: money,
      }),
    note: "Savings plans into funds trade without a commission. There is no fee on what is held.",
    sql,
  });
}
