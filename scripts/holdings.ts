import {AmountError} from "../src/lib/investing/exact.js";
import {holdings} from "../src/lib/investing/holdings.js";
import {type Method, TradeError} from "../src/lib/investing/trade.js";
import {trails} from "../src/lib/investing/trail.js";
import {holdingsJson} from "./holdings/report.js";
import {FileError, invalidValue} from "./holdings/table.js";
import {readSplits, readTrades, splitColumns, tradeColumns} from "./holdings/tradeList.js";
import {readOptions} from "./terminal/options.js";

const command = {
  usage: "npm run -s holdings --",
  summary: `Prints the holdings and realized gains of a list of trades as JSON, sold-out positions included.

The trades file has the columns ${tradeColumns.join(",")}: quantities with up to six decimals, price and
fee in EUR. The splits file has ${splitColumns.join(",")}: 1,4 makes four shares of one.
Trades are taken by date, those of one day in the order of the file, after the splits of that day.
Each trade's quantity × price is rounded to the cent, halves away from zero, and so is the cost that a
sale takes away; what remains and what is taken always add up. Numbers in the output are exact.`,
  options: {
    trades: {type: "text", help: "CSV file of trades (needed)"},
    splits: {type: "text", help: "CSV file of splits"},
    method: {
      type: "text",
      default: "average",
      values: ["average", "fifo"],
      help: "moving average cost, or first in first out",
    },
  },
} as const;

const options = readOptions(command);
if (options.trades === undefined) {
  process.stderr.write(`missing --trades (${command.usage} --help lists the options)\n`);
  process.exit(2);
}
try {
  process.stdout.write(report(options.trades, options.splits, options.method as Method));
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function report(tradesFile: string, splitsFile: string | undefined, method: Method): string {
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
