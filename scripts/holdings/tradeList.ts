import {formatDay} from "../../src/lib/day.js";
import {
  type Decimal,
  fitsIn,
  maybeDecimal,
  roundTo,
  times,
} from "../../src/lib/investing/decimal.js";
import {inOrderMade} from "../../src/lib/investing/fileOrder.js";
import type {Split, Trade} from "../../src/lib/investing/trade.js";
import {invalidValue} from "../csv/fileError.js";
import {type FileRow, readTable} from "../csv/table.js";
import {maybeWrittenTime, type WrittenTime} from "../csv/writtenTime.js";

export const tradeColumns = ["date", "account", "symbol", "side", "quantity", "price", "fee"];
export const splitColumns = ["date", "symbol", "shares_before", "shares_after"];

/**
 * The trades of a file, in the order in which they were made; `tradeId` is the line. Prices are in euro with any number of decimals.
 * quantity × price and the fee are each rounded to the cent, halves away from zero. Throws `FileError`.
 */
export function readTrades(file: string): Trade[] {
  const listed = readTable(file, tradeColumns).map((row) => {
    const read = reader(file, row);
    const quantity = read.decimal("quantity");
    if (!fitsIn(quantity, 6)) throw read.invalid("quantity", "at most six decimals");
    if (quantity.digits <= 0n) throw read.invalid("quantity", "must be positive");
    const price = read.decimal("price");
    const fee = read.decimal("fee");
    if (price.digits < 0n) throw read.invalid("price", "must not be negative");
    if (fee.digits < 0n) throw read.invalid("fee", "must not be negative");
    const side = read.text("side").toLowerCase();
    if (side !== "buy" && side !== "sell") throw read.invalid("side", "use buy or sell");
    const grossCents = read.amount("price", times(quantity, price), 2);
    const {day, second} = read.time("date");
    const trade: Trade = {
      tradeId: row.line,
      accountId: read.text("account"),
      symbol: read.text("symbol"),
      side,
      day,
      quantityE6: read.amount("quantity", quantity, 6),
      price: Number(row.values.price),
      rateE6: 1e6,
      grossCents,
      localCents: grossCents,
      feeCents: read.amount("fee", fee, 2),
    };
    return {trade, second};
  });
  return inOrderMade(listed);
}

/**
 * The splits of a file, in its order. Throws `FileError`, also on a second split of a symbol on one day: a row that was
 * pasted twice would be applied twice.
 */
export function readSplits(file: string): Split[] {
  const known = new Set<string>();
  return readTable(file, splitColumns).map((row) => {
    const read = reader(file, row);
    const [symbol, day] = [read.text("symbol"), read.time("date").day];
    const key = `${day} ${symbol}`;
    if (known.has(key)) {
      throw read.invalid("date", `${symbol} has a split on ${formatDay(day)} already`);
    }
    known.add(key);
    return {
      symbol,
      day,
      sharesBefore: read.count("shares_before"),
      sharesAfter: read.count("shares_after"),
    };
  });
}

function reader(file: string, {line, values}: FileRow) {
  const value = (column: string) => values[column]!;
  const invalid = (column: string, reason: string) =>
    invalidValue(file, {line, column, value: value(column), reason});
  const attempt = <T>(column: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw invalid(column, (error as Error).message);
    }
  };
  return {
    invalid,
    text(column: string): string {
      if (value(column) === "") throw invalid(column, "must not be empty");
      return value(column);
    },
    time(column: string): WrittenTime {
      const time = maybeWrittenTime(value(column));
      if (!time) throw invalid(column, "write a date as 2025-05-01");
      return time;
    },
    decimal(column: string): Decimal {
      const decimal = maybeDecimal(value(column));
      if (!decimal) throw invalid(column, "write a number as 12.5");
      return decimal;
    },
    count(column: string): number {
      const count = Number(value(column));
      if (!/^\d{1,9}$/.test(value(column)) || count === 0) {
        throw invalid(column, "write a whole number of at least 1");
      }
      return count;
    },
    amount: (column: string, decimal: Decimal, decimals: number): number =>
      attempt(column, () => roundTo(decimal, decimals)),
  };
}
