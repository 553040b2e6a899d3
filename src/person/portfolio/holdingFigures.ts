/** The figures on what is held, and on how concentrated it is. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {narrow} from "../../components/plotDefaults.js";
import {rankedBars} from "../../components/rankedBars.js";
import type {SegmentedElement} from "../../components/segmented.js";
import {dayText, percent} from "../../lib/format.js";
import type {AccountView} from "../../lib/investing/account.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {
  accountShares,
  cashName,
  type Division,
  holdingRows,
  holdingsFinding,
  sharesFinding,
  sharesNote,
} from "./holdingRows.js";
import {holdingColumns, holdingTable} from "./holdingTable.js";
import {methodName} from "./method.js";
import type {Summary} from "./summary.js";

export {methodText} from "./method.js";

/**
 * The holdings of an account as a table, each with its gains by the method of `view`; a press of a name chooses it in
 * `choice`, the control of the section on one holding.
 */
export function portfolioHoldings(
  {name, lastDay, cashCents}: Summary,
  view: AccountView,
  exchange: Exchange,
  choice: SegmentedElement,
  sql: Query,
): FigureElement {
  return figure({
    id: "portfolio-holdings",
    finding: holdingsFinding,
    subtitle: () =>
      `Holdings of ${name} on ${dayText(lastDay)}, EUR, gains since the first purchase, ${methodName(view.method)}`,
    rows: holdingRows(view, cashCents, exchange),
    chart: (rows, {document}) => holdingTable(rows, choice, {document}),
    columns: holdingColumns,
    note:
      "Gain is realised, unrealised and dividends, after fees. The yearly return is money-weighted (XIRR), of what was " +
      "held for more than a year.",
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
    rows: shares.map(({name, symbol, valueCents, share}) => ({
      name,
      symbol,
      value_eur: valueCents / 100,
      share,
    })),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({name, symbol}) => (width < narrow ? symbol : name),
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
