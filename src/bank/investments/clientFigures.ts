/** The figures on clients: what they earned, and what their timing did. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {count} from "../../lib/format.js";
import {partOfText} from "../../lib/words.js";
import type {ClientsOfAll} from "./clientsOfAll.js";
import {returnHistograms} from "./returnHistograms.js";
import {timingDots} from "./timingDots.js";

const tooNew = "Nothing to show: no client has had money at work for more than a year.";

/** Clients by return a year, time-weighted and money-weighted. */
export function investmentReturns(
  {returns, bands, timed_count, traded_count}: ClientsOfAll,
  sql: Query,
): FigureElement {
  return figure({
    id: "investment-returns",
    finding: returns,
    subtitle:
      `Clients by return a year, ${count(timed_count)} of ${count(traded_count)} who have traded: ` +
      "those with more than a year at work",
    rows: bands,
    chart: (rows, {width, document}) => returnHistograms(rows, {width, document}),
    note:
      "Of the whole account, idle cash included, after fees. Newer clients have no yearly return. The bands at both ends " +
      "are open.",
    height: 200,
    empty: tooNew,
    sql,
  });
}

/** What the time of paying in and out made of each client’s return. */
export function investmentTiming(
  {timing, dots, timed_count}: ClientsOfAll,
  sql: Query,
): FigureElement {
  return figure({
    id: "investment-timing",
    finding: timing,
    subtitle:
      "Money-weighted less time-weighted return, in percentage points a year, one dot per " +
      `client${partOfText(dots.length, timed_count)}`,
    rows: dots,
    chart: (rows, {width}) => timingDots(rows, {width}),
    note:
      "Within half a point a year a dot is grey. One side has more where a coin would rarely divide clients so. All saw " +
      "the same prices: on another path the gap could have turned.",
    height: 340,
    empty: tooNew,
    sql,
  });
}
