import {type Day, formatDay, parseDay} from "../day.js";
import {formatScaled, scaled} from "./decimal.js";
import {mulDiv} from "./exact.js";

/** How the cost of a sale is found: moving average, or first in, first out. */
export type Method = "average" | "fifo";

/** An execution. Amounts are rounded to the cent where they are made, once: see `grossCents`. */
export interface Trade {
  /** Named in errors. */
  readonly tradeId: number;
  readonly accountId: string;
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly day: Day;
  /** Millionths of a share, positive. */
  readonly quantityE6: number;
  /** Per share in the instrument's currency; shown, never computed with. */
  readonly price: number;
  /** Millionths of a euro per unit of the instrument's currency. */
  readonly rateE6: number;
  /** quantity × price × rate, rounded to the cent. */
  readonly grossCents: number;
  /** quantity × price, rounded to the hundredth of the instrument's currency. */
  readonly localCents: number;
  /** Commission, in euro. */
  readonly feeCents: number;
}

/** `sharesBefore` old shares became `sharesAfter` new ones, before the trades of the day. */
export interface Split {
  readonly symbol: string;
  readonly day: Day;
  readonly sharesBefore: number;
  readonly sharesAfter: number;
}

type DecimalColumn = "quantity" | "price" | "fx_rate" | "gross_eur" | "fee_eur";

/** A row of `bank.trades`, its decimals as text or numbers and the instant as text. */
export interface TradeRow extends Readonly<Record<DecimalColumn, string | number | null>> {
  readonly trade_id: number;
  readonly account_id: string;
  readonly symbol: string;
  readonly side: string;
  readonly executed_at: string;
}

/** What is wrong with a trade, and in which column; the message names the trade. */
export class TradeError extends Error {
  override readonly name = "TradeError";
  constructor(
    readonly trade: Pick<Trade, "tradeId">,
    readonly column: string,
    readonly value: string,
    readonly reason: string,
  ) {
    super(`trade ${trade.tradeId}: invalid ${column}: ${JSON.stringify(value)} (${reason})`);
  }
}

/** The trade in a row of the snapshot; throws `TradeError` on a value that a trade cannot have. */
export function tradeFromRow(row: TradeRow): Trade {
  const trade = {tradeId: row.trade_id};
  const read = (column: DecimalColumn, decimals: number): number => {
    const value = row[column];
    if (value === null || value === "") {
      throw new TradeError(trade, column, "", `missing on ${row.executed_at.slice(0, 10)}`);
    }
    try {
      return scaled(value, decimals);
    } catch (cause) {
      throw new TradeError(trade, column, String(value), (cause as Error).message);
    }
  };
  const quantityE6 = read("quantity", 6);
  const priceE4 = read("price", 4);
  if (row.side !== "buy" && row.side !== "sell") {
    throw new TradeError(trade, "side", row.side, "use buy or sell");
  }
  return {
    ...trade,
    accountId: row.account_id,
    symbol: row.symbol,
    side: row.side,
    day: parseDay(row.executed_at.slice(0, 10)),
    quantityE6,
    price: priceE4 / 1e4,
    rateE6: read("fx_rate", 6),
    grossCents: read("gross_eur", 2),
    localCents: mulDiv(quantityE6, priceE4, 1e8),
    feeCents: read("fee_eur", 2),
  };
}

/** Throws `TradeError` on a quantity that is not positive, a negative amount or a rate of nothing. */
export function assertTrade(trade: Trade): void {
  if (!Number.isSafeInteger(trade.quantityE6) || trade.quantityE6 <= 0) {
    throw new TradeError(trade, "quantity", formatQuantity(trade.quantityE6), "must be positive");
  }
  if (!(trade.rateE6 > 0)) {
    const day = formatDay(trade.day);
    throw new TradeError(
      trade,
      "fx_rate",
      formatScaled(trade.rateE6, 6),
      `no exchange rate on ${day}`,
    );
  }
  for (const [column, amount] of [
    ["gross_eur", trade.grossCents],
    ["fee_eur", trade.feeCents],
  ] as const) {
    if (!Number.isSafeInteger(amount) || amount < 0) {
      throw new TradeError(trade, column, formatScaled(amount, 2), "must not be negative");
    }
  }
}

/** Millionths of a share as text: 1500000 is `1.5`. */
export function formatQuantity(quantityE6: number): string {
  return formatScaled(quantityE6, 6);
}
