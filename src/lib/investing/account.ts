/** One brokerage account through the engine: its positions, and the account day by day with its cash. */
import type {Day} from "../day.js";
import {centsFromEur} from "../money.js";
import {type AccountRow, type Exchange, movementsOf, tradesOf} from "./brokerage.js";
import {type DividendPayment, dividendPayments} from "./dividends.js";
import {holdings, type ValuedHolding, valued} from "./holdings.js";
import {type Portfolio, portfolio} from "./portfolio.js";
import type {Cash} from "./portfolioEvents.js";
import type {Method, Trade} from "./trade.js";
import {type Trail, trails} from "./trail.js";

/** What an account did, whatever the method: the decoded row, once for all questions. */
export interface Account {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly trades: readonly Trade[];
  readonly cash: Cash;
}

/** The account in a row of `person-portfolio`. */
export function accountOf(row: AccountRow): Account {
  return {
    accountId: row.account_id,
    userId: row.user_id,
    name: row.name,
    trades: tradesOf(row),
    cash: {openingCents: centsFromEur(row.opening_balance_eur), movements: movementsOf(row)},
  };
}

/** An account as the engine sees it with one method. */
export interface AccountView {
  readonly method: Method;
  readonly trails: readonly Trail[];
  readonly payments: readonly DividendPayment[];
  /** At the prices of the last day; those sold out are among them, with quantity 0. */
  readonly holdings: readonly ValuedHolding[];
}

/** The positions of an account with their gains, at the prices of the last day of the data. */
export function viewOf(account: Account, exchange: Exchange, method: Method): AccountView {
  const {market, splits, dividends, lastDay} = exchange;
  const own = trails(account.trades, splits, {method, symbols: new Set(market.quotes.keys())});
  const payments = own.flatMap((trail) => dividendPayments(trail, dividends, market, lastDay));
  return {
    method,
    trails: own,
    payments,
    holdings: holdings(own, lastDay).map((held) => valued(held, market, lastDay, payments)),
  };
}

/** The account day by day, its cash included; the whole time of the data, unless told. */
export function daysOf(
  {cash}: Account,
  {trails, payments}: AccountView,
  {market, firstDay, lastDay}: Exchange,
  {from = firstDay, to = lastDay}: {from?: Day; to?: Day} = {},
): Portfolio {
  return portfolio({trails, dividends: payments, cash}, market, {from, to});
}
