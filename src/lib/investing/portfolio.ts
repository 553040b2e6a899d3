/**
 * A portfolio day by day: what it was worth at each close, and what moved between the closes. Bridge, returns,
 * risk and benchmark are all read off this one table.
 *
 * Two scopes. Securities alone: a purchase is money in, a sale and a dividend are money out (a dividend on the day
 * the share goes ex, when its price falls by it). With `cash`, the whole account: only what is paid into the
 * account or out of it is a flow, and dividends count when they are paid.
 */
import {type Day, formatDay} from "../day.js";
import type {DividendPayment} from "./dividends.js";
import {mulDiv} from "./exact.js";
import {type Market, unitOn} from "./market.js";
import {
  accountEvents,
  type Cash,
  type PortfolioEvent,
  securitiesEvents,
} from "./portfolioEvents.js";
import type {Trail, TrailRow} from "./trail.js";

export interface PortfolioInput {
  readonly trails: readonly Trail[];
  readonly dividends?: readonly DividendPayment[];
  readonly cash?: Cash;
}

/**
 * Columns of daily figures, in cents. Index 0 is the eve of the first day: only its closing stocks count, its
 * flows are 0. Stocks are at the close, flows are of the day.
 */
export interface Portfolio {
  readonly eve: Day;
  readonly lastDay: Day;
  /** Stock: securities, and cash where it belongs to the scope. */
  readonly valueCents: Float64Array;
  /** Stock: cash alone; all zeros for securities alone. */
  readonly cashCents: Float64Array;
  /** Stock: what was paid for the securities held, without fees. */
  readonly paidCents: Float64Array;
  readonly moneyInCents: Float64Array;
  readonly moneyOutCents: Float64Array;
  /** The most that had come in, net, at any moment of the day; never negative. */
  readonly peakInCents: Float64Array;
  /** Realized before fees. */
  readonly realizedCents: Float64Array;
  readonly dividendCents: Float64Array;
  readonly interestCents: Float64Array;
  readonly feeCents: Float64Array;
}

/**
 * The portfolio from `from` to `to`, of one account or of many together. Dividends paid after `to` are left out.
 * Throws where a price or rate is missing on a day on which something is held.
 */
export function portfolio(
  {trails, dividends = [], cash}: PortfolioInput,
  market: Market,
  {from, to}: {from: Day; to: Day},
): Portfolio {
  const paid = dividends.filter((dividend) => dividend.paidOn <= to);
  const result = emptyPortfolio(from - 1, to);
  if (cash) result.cashCents[0] = cash.openingCents;
  post(cash ? accountEvents(trails, paid, cash) : securitiesEvents(trails, paid), result);
  for (const trail of trails) addValues(trail, market, result);
  for (const [i, cents] of result.cashCents.entries()) result.valueCents[i]! += cents;
  return result;
}

function post(events: readonly PortfolioEvent[], columns: Portfolio): void {
  const inside = events.filter((event) => event.day <= columns.lastDay);
  let today = 0;
  let netCents = 0;
  for (const event of inside.toSorted((a, b) => a.day - b.day)) {
    const i = Math.max(0, event.day - columns.eve);
    if (i !== today) {
      today = i;
      netCents = 0;
    }
    const {flowCents = 0} = event;
    netCents += flowCents;
    columns.peakInCents[i] = Math.max(columns.peakInCents[i]!, netCents);
    columns[flowCents > 0 ? "moneyInCents" : "moneyOutCents"][i]! += Math.abs(flowCents);
    columns.cashCents[i]! += event.cashCents ?? 0;
    columns.paidCents[i]! += event.paidCents ?? 0;
    columns.realizedCents[i]! += event.realizedCents ?? 0;
    columns.dividendCents[i]! += event.dividendCents ?? 0;
    columns.interestCents[i]! += event.interestCents ?? 0;
    columns.feeCents[i]! += event.feeCents ?? 0;
  }
  for (const name of flowColumns) columns[name][0] = 0;
  accumulate(columns.cashCents);
  accumulate(columns.paidCents);
}

function addValues(trail: Trail, market: Market, {eve, lastDay, valueCents}: Portfolio): void {
  const {symbol, rows} = trail;
  for (const [r, row] of rows.entries()) {
    const until = Math.min(lastDay, (rows[r + 1]?.day ?? Number.POSITIVE_INFINITY) - 1);
    if (row.heldE6 === 0) continue;
    try {
      for (let day = Math.max(eve, row.day); day <= until; day++) {
        valueCents[day - eve]! += mulDiv(row.heldE6, unitOn(market, symbol, day), 1e14);
      }
    } catch (cause) {
      throw new Error(`${(cause as Error).message} (held after ${nameOf(trail, row)})`, {cause});
    }
  }
}

function nameOf({accountId}: Trail, {trade, split}: TrailRow): string {
  const event = trade ? `trade ${trade.tradeId}` : `the split of ${formatDay(split!.day)}`;
  return `${event} of ${accountId}`;
}

const flowColumns = [
  "moneyInCents",
  "moneyOutCents",
  "peakInCents",
  "realizedCents",
  "dividendCents",
  "interestCents",
  "feeCents",
] as const satisfies (keyof Portfolio)[];

function emptyPortfolio(eve: Day, lastDay: Day): Portfolio {
  if (lastDay <= eve) throw new Error("invalid period: ends before it starts");
  const column = () => new Float64Array(lastDay - eve + 1);
  return {
    eve,
    lastDay,
    valueCents: column(),
    cashCents: column(),
    paidCents: column(),
    moneyInCents: column(),
    moneyOutCents: column(),
    peakInCents: column(),
    realizedCents: column(),
    dividendCents: column(),
    interestCents: column(),
    feeCents: column(),
  };
}

function accumulate(column: Float64Array): void {
  for (let i = 1; i < column.length; i++) column[i]! += column[i - 1]!;
}
