import type {Method} from "../src/lib/investing/trade.js";
import {FileError} from "./csv/fileError.js";
import {holdingsReport} from "./holdings/report.js";
import {splitColumns, tradeColumns} from "./holdings/tradeList.js";
import {readOptions} from "./terminal/options.js";

const command = {
  usage: "npm run -s holdings --",
  summary: `Prints the holdings and realized gains of a list of trades as JSON, sold-out positions included.

The trades file has the columns ${tradeColumns.join(",")}: quantities with up to six decimals, price and
fee in EUR. The splits file has ${splitColumns.join(",")}: 1,4 makes four shares of one.
Trades are taken by date, after the splits of their day; those of one day by time where all dates have one
behind them (2025-05-02 15:30), else in the order of the file, which may run from the oldest or from the newest.
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

const {trades: tradesFile, splits: splitsFile, method} = readOptions(command);
if (tradesFile === undefined) {
  process.stderr.write(`missing --trades (${command.usage} --help lists the options)\n`);
  process.exit(2);
}
try {
  process.stdout.write(holdingsReport({tradesFile, splitsFile, method: method as Method}));
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
