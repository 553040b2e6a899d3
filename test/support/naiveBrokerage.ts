/**
 * The brokerage of a bank worked out from its CSV files in the plainest way, in floating euros and with none of the
 * engine's code, so that what the pages say can be held against it.
 */
import type {Statement} from "./statement.js";

export interface NaivePosition {
  readonly account: string;
  readonly symbol: string;
  quantity: number;
  cost: number;
  realized: number;
  /** Lots for FIFO, oldest first. */
  lots: {quantity: number; cost: number}[];
}

export interface NaiveBrokerage {
  readonly lastDay: string;
  /** Brokerage accounts by id, with their owners. */
  readonly owners: ReadonlyMap<string, string>;
  /** After all trades and splits up to a day, by average cost or first in, first out. */
  positions(on: string, method: "average" | "fifo"): NaivePosition[];
  /** Euros of one share at the last close up to a day. */
  price(symbol: string, on: string): number;
  /** Cash of an account at the end of a day. */
  cash(account: string, on: string): number;
  /** Paid in or out of an account, as booked: `[day, euros]`. */
  flows(account: string): [string, number][];
}

export function naiveBrokerage({rows}: Statement): NaiveBrokerage {
  const accounts = rows("accounts").filter((row) => row.kind === "brokerage");
  const owners = new Map(accounts.map((row) => [row.account_id!, row.user_id!]));
  const legs = rows("transactions").filter((row) => owners.has(row.account_id!));
  const currency = new Map(rows("instruments").map((row) => [row.symbol!, row.currency!]));
  const prices = rows("prices");
  const rates = rows("fx_rates");
  const last = (
    table: readonly Readonly<Record<string, string>>[],
    key: string,
    is: string,
    on: string,
  ) => table.findLast((row) => row[key] === is && row.day! <= on);
  const events = [
    ...rows("splits").map((row) => ({at: `${row.day} 00:00:00`, split: row, trade: undefined})),
    ...rows("trades").map((row) => ({at: row.executed_at!, split: undefined, trade: row})),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    lastDay: rows("calendar").at(-1)!.day!,
    owners,
    positions(on, method) {
      const held = new Map<string, NaivePosition>();
      for (const {at, split, trade} of events) {
        if (at.slice(0, 10) > on) break;
        if (split) {
          const factor = Number(split.shares_after) / Number(split.shares_before);
          for (const position of held.values()) {
            if (position.symbol !== split.symbol) continue;
            position.quantity *= factor;
            for (const lot of position.lots) lot.quantity *= factor;
          }
        } else deal(held, trade!, method);
      }
      return [...held.values()];
    },
    price(symbol, on) {
      const close = Number(last(prices, "symbol", symbol, on)!.close);
      const own = currency.get(symbol)!;
      return own === "EUR" ? close : close * Number(last(rates, "currency", own, on)!.rate);
    },
    cash(account, on) {
      const opening = Number(
        accounts.find((row) => row.account_id === account)!.opening_balance_eur,
      );
      return legs
        .filter((leg) => leg.account_id === account && leg.booked_on! <= on)
        .reduce((sum, leg) => sum + Number(leg.amount_eur), opening);
    },
    flows: (account) =>
      legs
        .filter((leg) => leg.account_id === account && leg.category === "brokerage_funding")
        .map((leg) => [leg.booked_on!, Number(leg.amount_eur)]),
  };
}

function deal(
  held: Map<string, NaivePosition>,
  trade: Readonly<Record<string, string>>,
  method: "average" | "fifo",
): void {
  const [account, symbol] = [trade.account_id!, trade.symbol!];
  const key = `${account} ${symbol}`;
  const position = held.get(key) ?? {account, symbol, quantity: 0, cost: 0, realized: 0, lots: []};
  held.set(key, position);
  const quantity = Number(trade.quantity);
  const [gross, fee] = [Number(trade.gross_eur), Number(trade.fee_eur)];
  if (trade.side === "buy") {
    position.lots.push({quantity, cost: gross + fee});
    position.quantity += quantity;
    position.cost += gross + fee;
    return;
  }
  const gone =
    method === "average"
      ? (position.cost * quantity) / position.quantity
      : oldest(position.lots, quantity);
  position.quantity -= quantity;
  position.cost -= gone;
  position.realized += gross - fee - gone;
  if (position.quantity < 1e-7) Object.assign(position, {quantity: 0, cost: 0, lots: []});
}

function oldest(lots: {quantity: number; cost: number}[], quantity: number): number {
  let wanted = quantity;
  let cost = 0;
  while (wanted > 1e-9 && lots[0]) {
    const part = Math.min(1, wanted / lots[0].quantity);
    cost += part * lots[0].cost;
    wanted -= part * lots[0].quantity;
    lots[0].cost *= 1 - part;
    lots[0].quantity *= 1 - part;
    if (lots[0].quantity < 1e-9) lots.shift();
  }
  return cost;
}
