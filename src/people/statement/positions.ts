/** What a broker's trades leave: positions at average cost and realized gains, by the bank's own engine. */
import {group} from "d3-array";
import {parseDay} from "../../lib/day.js";
import {fitsIn, maybeDecimal, roundTo, times} from "../../lib/investing/decimal.js";
import {inOrderMade} from "../../lib/investing/fileOrder.js";
import {averageCostE6, holdings} from "../../lib/investing/holdings.js";
import {type Trade, TradeError} from "../../lib/investing/trade.js";
import {trails} from "../../lib/investing/trail.js";
import type {Statement, StatementTrade} from "../../lib/statements/statement.js";

export interface Position {
  readonly symbol: string;
  readonly currency: string;
  readonly quantity: number | null;
  /** Of one share, fees of buying included. */
  readonly average_cost: number | null;
  readonly cost: number | null;
  readonly realized_gain: number | null;
  readonly fees: number;
  readonly dividends: number;
  readonly trade_count: number;
  /** Why there are no numbers; empty where there are. */
  readonly lacks: string;
}

/** The positions of all trades, those still held first; amounts in each trade's own currency. */
export function positionsOf(
  statements: readonly Pick<Statement, "trades" | "movements">[],
): Position[] {
  const trades = withoutTwins(statements.map(({trades}) => trades));
  const movements = statements.flatMap(({movements}) => movements);
  const bySymbol = group(trades, ({symbol, currency}) => `${symbol}\n${currency}`);
  return [...bySymbol.values()]
    .map((own): Position => {
      const {symbol, currency} = own[0]!;
      const dividends = movements
        .filter((row) => row.kind === "dividend" && row.symbol === symbol)
        .reduce((sum, {amount}) => sum + Number(amount), 0);
      return {...positionOf(own), symbol, currency, dividends, trade_count: own.length};
    })
    .sort((a, b) => Number((b.quantity ?? 0) > 0) - Number((a.quantity ?? 0) > 0) || byName(a, b));
}

const byName = (a: Position, b: Position) => a.symbol.localeCompare(b.symbol, "en");

type Counted = Omit<Position, "symbol" | "currency" | "dividends" | "trade_count">;

function positionOf(rows: readonly StatementTrade[]): Counted {
  const nothing = {quantity: null, average_cost: null, cost: null, realized_gain: null, fees: 0};
  try {
    const listed = rows.map((row) => ({trade: tradeOf(row), second: null}));
    const [held] = holdings(trails(inOrderMade(listed), []));
    const {quantityE6, basis, realized, feeCents} = held!;
    const average = averageCostE6(quantityE6, basis);
    return {
      quantity: quantityE6 / 1e6,
      average_cost: average === null ? null : average / 1e6,
      cost: basis.costCents / 100,
      realized_gain: realized.gainCents / 100,
      fees: feeCents / 100,
      lacks: "",
    };
  } catch (error) {
    if (!(error instanceof TradeError) && !(error instanceof UnpricedTrade)) throw error;
    const lacks =
      error instanceof TradeError && error.column === "quantity"
        ? "more was sold than the files show bought: they begin too late to know its cost"
        : error.message;
    return {...nothing, lacks};
  }
}

class UnpricedTrade extends Error {}

/** A trade in its own currency; `tradeId` is its line. */
function tradeOf({date, symbol, side, quantity, price, fee, line}: StatementTrade): Trade {
  const [count, each] = [maybeDecimal(quantity), maybeDecimal(price)];
  if (!count || !fitsIn(count, 6)) throw new UnpricedTrade(`line ${line} has no plain quantity`);
  if (!each) throw new UnpricedTrade(`line ${line} has no price`);
  const grossCents = roundTo(times(count, each), 2);
  return {
    tradeId: line,
    accountId: "own",
    symbol,
    side,
    day: parseDay(date),
    quantityE6: roundTo(count, 6),
    price: Number(price),
    rateE6: 1_000_000,
    grossCents,
    localCents: grossCents,
    feeCents: fee ? roundTo(maybeDecimal(fee)!, 2) : 0,
  };
}

/** A trade that two files hold is one; two equal ones in one file are two. */
function withoutTwins(files: readonly (readonly StatementTrade[])[]): StatementTrade[] {
  const most = new Map<string, number>();
  return files.flatMap((trades) => {
    const here = new Map<string, number>();
    return trades.filter(({date, symbol, side, quantity, price}) => {
      const key = [date, symbol, side, quantity, price].join("\n");
      const count = (here.get(key) ?? 0) + 1;
      here.set(key, count);
      if (count <= (most.get(key) ?? 0)) return false;
      most.set(key, count);
      return true;
    });
  });
}
