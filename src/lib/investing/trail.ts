/**
 * The trail of a position: every trade and split in order, with what it changed and what was held after it.
 * It is not a report about the engine, it is the engine: holdings, gains, daily values and cash flows are read
 * off these rows, so that each figure can be followed to the trades it came from.
 */
import {type Day, formatDay} from "../day.js";
import type {CostBook} from "./costBook.js";
import {type Gain, gainOf, noGain} from "./gain.js";
import {type Basis, noBasis} from "./lots.js";
import {openCostBook} from "./openCostBook.js";
import {
  assertTrade,
  formatQuantity,
  type Method,
  type Split,
  type Trade,
  TradeError,
} from "./trade.js";

export interface TrailRow {
  readonly day: Day;
  readonly kind: "buy" | "sell" | "split";
  /** Its place among all trades; a split has that of the trade before it. */
  readonly sequence: number;
  readonly trade: Trade | null;
  readonly split: Split | null;
  /** The change, signed. */
  readonly quantityE6: number;
  /** What the trade did to the cash of the account: negative for a purchase. */
  readonly cashCents: number;
  readonly feeCents: number;
  /** The cost of what left. */
  readonly removed: Basis;
  /** Realized, after fees. */
  readonly realized: Gain;
  /** Held after this row, and its cost. */
  readonly heldE6: number;
  readonly basis: Basis;
}

export interface Trail {
  readonly accountId: string;
  readonly symbol: string;
  readonly rows: readonly TrailRow[];
}

/**
 * The trails of all positions, ordered by account and symbol. Trades are taken by day and, within a day, in the
 * order given; the splits of a day come first. Throws `TradeError` on a trade that cannot be: more sold than
 * held, a quantity that is not positive, a symbol that is not among `symbols` (where given).
 */
export function trails(
  trades: readonly Trade[],
  splits: readonly Split[],
  {method = "average", symbols}: {method?: Method; symbols?: ReadonlySet<string>} = {},
): Trail[] {
  const positions = new Map<string, Numbered[]>();
  trades.forEach((trade, sequence) => {
    assertTrade(trade);
    if (symbols && !symbols.has(trade.symbol)) {
      throw new TradeError(trade, "symbol", trade.symbol, "unknown symbol");
    }
    const key = `${trade.accountId}\n${trade.symbol}`;
    const own = positions.get(key);
    if (own) own.push({trade, sequence});
    else positions.set(key, [{trade, sequence}]);
  });
  const orderedSplits = sortedByDay(splits, (split) => split.day);
  return [...positions.values()]
    .map((own) => {
      const {accountId, symbol} = own[0]!.trade;
      const ordered = sortedByDay(own, ({trade}) => trade.day);
      const ownSplits = orderedSplits.filter((split) => split.symbol === symbol);
      return {accountId, symbol, rows: walk(ordered, ownSplits, method)};
    })
    .sort((a, b) => compare(a.accountId, b.accountId) || compare(a.symbol, b.symbol));
}

/** The last row on or before a day; undefined before the first. */
export function maybeRowOn(trail: Trail, day: Day): TrailRow | undefined {
  return trail.rows.findLast((row) => row.day <= day);
}

/** Millionths of a share held at the close of a day. */
export function heldOn(trail: Trail, day: Day): number {
  return maybeRowOn(trail, day)?.heldE6 ?? 0;
}

interface Numbered {
  readonly trade: Trade;
  readonly sequence: number;
}

function walk(trades: readonly Numbered[], splits: readonly Split[], method: Method): TrailRow[] {
  const book = openCostBook(method);
  const rows: TrailRow[] = [];
  let nextSplit = 0;
  const splitUntil = (day: Day, sequence: number) => {
    for (; nextSplit < splits.length && splits[nextSplit]!.day <= day; nextSplit++) {
      if (book.quantityE6 > 0) rows.push(splitRow(book, splits[nextSplit]!, sequence));
    }
  };
  for (const {trade, sequence} of trades) {
    splitUntil(trade.day, sequence);
    rows.push(
      trade.side === "buy" ? buyRow(book, trade, sequence) : sellRow(book, trade, sequence),
    );
  }
  splitUntil(Number.POSITIVE_INFINITY, trades.at(-1)!.sequence);
  return rows;
}

function buyRow(book: CostBook, trade: Trade, sequence: number): TrailRow {
  const costCents = trade.grossCents + trade.feeCents;
  book.buy(trade.quantityE6, {
    costCents,
    paidCents: trade.grossCents,
    paidLocalCents: trade.localCents,
  });
  return {
    ...tradeFields(trade, sequence, book),
    quantityE6: trade.quantityE6,
    cashCents: 0 - costCents,
    removed: noBasis,
    realized: noGain,
  };
}

function sellRow(book: CostBook, trade: Trade, sequence: number): TrailRow {
  const {accountId, symbol, quantityE6} = trade;
  if (quantityE6 > book.quantityE6) {
    const held = `${accountId} holds ${formatQuantity(book.quantityE6)} ${symbol}`;
    const reason = `${held} on ${formatDay(trade.day)}`;
    throw new TradeError(trade, "quantity", formatQuantity(quantityE6), reason);
  }
  const removed = book.sell(quantityE6);
  const cashCents = trade.grossCents - trade.feeCents;
  return {
    ...tradeFields(trade, sequence, book),
    quantityE6: -quantityE6,
    cashCents,
    removed,
    realized: gainOf(cashCents, removed, trade.rateE6),
  };
}

function tradeFields(trade: Trade, sequence: number, book: CostBook) {
  return {
    day: trade.day,
    kind: trade.side,
    sequence,
    trade,
    split: null,
    feeCents: trade.feeCents,
    heldE6: book.quantityE6,
    basis: book.basis,
  };
}

/** What a reverse split leaves nothing of is lost, at its cost: a price effect, for no rate had a part in it. */
function splitRow(book: CostBook, split: Split, sequence: number): TrailRow {
  const before = book.quantityE6;
  const removed = book.split(split);
  const lostCents = removed.costCents === 0 ? 0 : -removed.costCents;
  return {
    day: split.day,
    kind: "split",
    sequence,
    trade: null,
    split,
    quantityE6: book.quantityE6 - before,
    cashCents: 0,
    feeCents: 0,
    removed,
    realized: {gainCents: lostCents, priceEffectCents: lostCents, currencyEffectCents: 0},
    heldE6: book.quantityE6,
    basis: book.basis,
  };
}

function sortedByDay<T>(items: readonly T[], dayOf: (item: T) => Day): readonly T[] {
  return items.toSorted((a, b) => dayOf(a) - dayOf(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
