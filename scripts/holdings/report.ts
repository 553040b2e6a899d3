import {formatScaled} from "../../src/lib/investing/decimal.js";
import {AmountError} from "../../src/lib/investing/exact.js";
import {averageCostE6, type Holding, holdings} from "../../src/lib/investing/holdings.js";
import {type Method, TradeError} from "../../src/lib/investing/trade.js";
import {trails} from "../../src/lib/investing/trail.js";
import {formatEur} from "../../src/lib/money.js";
import {FileError, invalidValue} from "../csv/fileError.js";
import {readSplits, readTrades} from "./tradeList.js";

export interface ReportRequest {
  readonly tradesFile: string;
  readonly splitsFile: string | undefined;
  readonly method: Method;
}

/**
 * The holdings and realized gains of a file of trades as JSON, with its final newline. Throws `FileError` on
 * anything wrong in the files.
 */
export function holdingsReport({tradesFile, splitsFile, method}: ReportRequest): string {
  const trades = readTrades(tradesFile);
  const splits = splitsFile === undefined ? [] : readSplits(splitsFile);
  try {
    return holdingsJson(holdings(trails(trades, splits, {method})));
  } catch (error) {
    if (error instanceof AmountError) throw new FileError(`${tradesFile}: ${error.message}`);
    if (!(error instanceof TradeError)) throw error;
    const {trade, column, value, reason} = error;
    throw invalidValue(tradesFile, {line: trade.tradeId, column, value, reason});
  }
}

/**
 * Holdings as a JSON array, one position a line. Numbers are JSON numbers whose text is the exact decimal: the
 * quantity with up to six decimals, money with two, the average cost of a share rounded to six (null when
 * nothing is held).
 */
function holdingsJson(holdings: readonly Holding[]): string {
  const lines = holdings.map(({accountId, symbol, quantityE6, basis, realized}) => {
    const average = averageCostE6(quantityE6, basis);
    const members = {
      account: JSON.stringify(accountId),
      symbol: JSON.stringify(symbol),
      quantity: formatScaled(quantityE6, 6),
      cost_eur: formatEur(basis.costCents),
      average_cost_eur: average === null ? "null" : formatScaled(average, 6),
      realized_eur: formatEur(realized.gainCents),
    };
    const pairs = Object.entries(members).map(([name, value]) => `"${name}": ${value}`);
    return `  {${pairs.join(", ")}}`;
  });
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}
