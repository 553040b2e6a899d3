/** The figures on clients: what they earned, and what their timing did. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {count} from "../../lib/format.js";
import {
  type ClientRow,
  returnBands,
  returnsFinding,
  timedClients,
  timingFinding,
} from "../../lib/investing/clients.js";
import {returnHistograms} from "./returnHistograms.js";
import {timingDots} from "./timingDots.js";

const tooNew = "Nothing to show: no client has had money at work for more than a year.";

/** Clients by return a year, time-weighted and money-weighted. */
export function investmentReturns(clients: readonly ClientRow[], sql: Query): FigureElement {
  const timed = timedClients(clients);
  const traded = clients.filter(({trade_count}) => trade_count > 0);
  return figure({
    id: "investment-returns",
    finding: returnsFinding(timed),
    subtitle:
      `Clients by return a year, ${count(timed.length)} of ${count(traded.length)} who have traded: ` +
      "those with more than a year at work",
    rows: returnBands(timed),
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
export function investmentTiming(clients: readonly ClientRow[], sql: Query): FigureElement {
  const timed = timedClients(clients);
  return figure({
    id: "investment-timing",
    finding: timingFinding(timed),
    subtitle:
      "Money-weighted less time-weighted return, in percentage points a year, one dot per client",
    rows: timed,
    chart: (rows, {width}) => timingDots(rows, {width}),
    note:
      "Within half a point a year a dot is grey. One side has more where a coin would rarely divide clients so. All saw " +
      "the same prices: on another path the gap could have turned.",
    height: 340,
    empty: tooNew,
    sql,
  });
}
