import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {
  priceScale,
  quantityScale,
  rateScale,
  splitQuantity,
} from "../../../src/lib/ledger/trading.js";
import {formatEur} from "../../../src/lib/money.js";
import {insertRow} from "./insertRow.js";
import {dayText, secondsOf, tradeLeg} from "./ledgerRun.js";
import {lockAccounts} from "./lockedAccounts.js";
import {type Posted, PostingRefused, postOnce, takeNumbers} from "./posting.js";

export interface TradeRequest {
  /** Given by the sender, unique; the same request again is posted once. */
  readonly requestId: string;
  /** A brokerage account. */
  readonly account: string;
  /** The outside party that the cash comes from or goes to. */
  readonly counterparty: string;
  readonly symbol: string;
  readonly side: "buy" | "sell";
  /** Millionths of a share, above zero. */
  readonly quantityE6: number;
  /** Ten-thousandths of the instrument's currency, a share. */
  readonly priceE4: number;
  /** Millionths of a euro, a unit of that currency. */
  readonly rateE6: number;
  readonly feeCents: number;
  /** UTC, `2025-05-01 13:45:10`; not before the last booking of the account. */
  readonly executedAt: string;
}

/**
 * Posts a trade and its cash leg in one transaction. Comes back with their ids, also where an earlier request
 * with the same id posted them. Throws `PostingRefused` where a rule of the bank would break: too little
 * money, more sold than held, splits counted, an account that is not open or not for securities.
 */
export function executeTrade(connection: Connection, request: TradeRequest): Promise<Posted> {
  return postOnce(connection, "trade", request, () => post(connection, request));
}

async function post(connection: Connection, request: TradeRequest): Promise<Posted> {
  const {account: accountId, symbol, side, executedAt} = request;
  const seconds = secondsOf(executedAt);
  const {quantityE6, priceE4, rateE6, feeCents} = request;
  assertWhole({quantityE6, priceE4, rateE6}, 1);
  assertWhole({feeCents}, 0);
  const [account] = await lockAccounts(connection, [accountId], () => executedAt);
  if (account!.kind !== "brokerage")
    throw new PostingRefused(`not a brokerage account: ${accountId}`);
  const positionE6 = await positionOf(connection, accountId, symbol, executedAt);
  const trade = {instrument: 0, side, quantityE6, priceE4, rateE6, feeCents};
  const {leg, grossCents} = tradeLeg({seconds, account: account!, positionE6, trade});
  const transactionId = (await takeNumbers(connection, "transaction", 1)) + 1;
  const tradeId = (await takeNumbers(connection, "trade", 1)) + 1;
  await insertRow(connection, "transactions", {
    transaction_id: String(transactionId),
    account_id: accountId,
    booked_at: executedAt,
    booked_on: dayText(executedAt),
    amount_eur: formatEur(leg.amountCents),
    channel: "book",
    category: leg.category,
    counterparty_id: request.counterparty,
    counter_account_id: null,
    transfer_id: null,
    description: `${side === "buy" ? "Buy" : "Sell"} ${symbol}`,
  });
  await insertRow(connection, "trades", {
    trade_id: String(tradeId),
    account_id: accountId,
    symbol,
    side,
    quantity: decimalText(quantityE6, quantityScale),
    price: decimalText(priceE4, priceScale),
    fx_rate: decimalText(rateE6, rateScale),
    gross_eur: formatEur(grossCents),
    fee_eur: formatEur(feeCents),
    executed_at: executedAt,
    transaction_id: String(transactionId),
  });
  return {transactionIds: [transactionId], transferId: null, tradeId};
}

/** Millionths of a share held at an instant: all trades up to it, and the splits between them. */
export async function positionOf(
  connection: Connection,
  accountId: string,
  symbol: string,
  at: string,
): Promise<number> {
  const [trades] = await connection.query<RowDataPacket[]>(
    `select side, quantity, executed_at as at from trades
    where account_id = ? and symbol = ? order by executed_at, trade_id`,
    [accountId, symbol],
  );
  const [splits] = await connection.query<RowDataPacket[]>(
    `select shares_before, shares_after, cast(day as datetime) as at from splits
    where symbol = ? and day <= ? order by day`,
    [symbol, at.slice(0, 10)],
  );
  let held = 0;
  let next = 0;
  const splitUntil = (instant: string) => {
    for (; next < splits.length && splits[next]!.at <= instant; next++) {
      held = splitQuantity(held, splits[next]!.shares_before, splits[next]!.shares_after);
    }
  };
  for (const trade of trades) {
    splitUntil(trade.at);
    const quantity = Math.round(Number(trade.quantity) * quantityScale);
    held += trade.side === "buy" ? quantity : -quantity;
  }
  splitUntil(at);
  return held;
}

function assertWhole(values: Record<string, number>, least: number): void {
  for (const [name, value] of Object.entries(values)) {
    if (Number.isSafeInteger(value) && value >= least) continue;
    throw new PostingRefused(`invalid ${name}: ${value} (a whole number, at least ${least})`);
  }
}

/** `2.5` for 2500000 millionths, with all digits of the scale: `2.500000`. */
function decimalText(value: number, scale: number): string {
  const digits = String(scale).length - 1;
  const whole = Math.floor(value / scale);
  return `${whole}.${String(value % scale).padStart(digits, "0")}`;
}
