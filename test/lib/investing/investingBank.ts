import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {duckdbTypes} from "../../../loaders/extracts.js";
import {tableNamed} from "../../../src/lib/bank/schema.js";
import type {Dividend} from "../../../src/lib/investing/dividends.js";
import type {Market} from "../../../src/lib/investing/market.js";
import {
  type DividendRow,
  dividendFromRow,
  type MarketRows,
  marketFromRows,
  splitFromRow,
} from "../../../src/lib/investing/rows.js";
import {
  type Split,
  type Trade,
  type TradeRow,
  tradeFromRow,
} from "../../../src/lib/investing/trade.js";

const investingTables = [
  "calendar",
  "instruments",
  "prices",
  "fx_rates",
  "splits",
  "dividends",
  "trades",
] as const;

/** The tables of investing as the snapshot has them (`bank.trades` …), from the CSV files of a folder. */
export async function investingBank(folder: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run("attach ':memory:' as bank");
  for (const name of investingTables) {
    const types = tableNamed(name).columns.map((c) => `${c.name} ${duckdbTypes[c.type]}`);
    await connection.run(`create table bank.${name} (${types.join(", ")})`);
    await connection.run(`copy bank.${name} from '${join(folder, `${name}.csv`)}' (header)`);
  }
  return connection;
}

export interface InvestingRows {
  readonly trades: readonly Trade[];
  readonly splits: readonly Split[];
  readonly dividends: readonly Dividend[];
  readonly market: Market;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What the engine needs, in the order of execution. */
export async function engineInput(bank: DuckDBConnection): Promise<InvestingRows> {
  const rows = async <T>(table: string, order: string) => {
    const reader = await bank.runAndReadAll(`from bank.${table} order by ${order}`);
    return reader.getRowObjectsJson() as unknown as T[];
  };
  const splits = await rows<MarketRows["splits"][number]>("splits", "day, symbol");
  const market = marketFromRows({
    instruments: await rows<MarketRows["instruments"][number]>("instruments", "symbol"),
    prices: await rows<MarketRows["prices"][number]>("prices", "day, symbol"),
    fx_rates: await rows<MarketRows["fx_rates"][number]>("fx_rates", "day, currency"),
    splits,
  });
  const [calendar] = (
    await bank.runAndReadAll(
      "select date_diff('day', date '1970-01-01', min(day)) as first, date_diff('day', date '1970-01-01', max(day)) as last from bank.calendar",
    )
  ).getRowObjectsJson() as unknown as [{first: string; last: string}];
  return {
    trades: (await rows<TradeRow>("trades", "trade_id")).map(tradeFromRow),
    splits: splits.map(splitFromRow),
    dividends: (await rows<DividendRow>("dividends", "ex_on, symbol")).map(dividendFromRow),
    market,
    firstDay: Number(calendar.first),
    lastDay: Number(calendar.last),
  };
}
