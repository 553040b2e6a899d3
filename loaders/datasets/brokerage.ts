import {join} from "node:path";
import {type Account, accountOf} from "../../src/lib/investing/account.js";
import {
  type AccountRow,
  type Exchange,
  exchangeOf,
  type InstrumentRow,
  type NoInstrumentRow,
} from "../../src/lib/investing/brokerage.js";
import {projectRoot} from "../environment.js";
import {readSql} from "../sqlText.js";
import type {Bank} from "./bank.js";

export interface Brokerage {
  readonly accounts: readonly Account[];
  readonly exchange: Exchange;
}

/**
 * All brokerage accounts and the market, by the queries that give them to the browser too, so that a summary and
 * one investor's page cannot be made from different rows.
 */
export async function readBrokerage({query}: Pick<Bank, "query">): Promise<Brokerage> {
  const accounts = await query(
    readSql(join(projectRoot, "src/data/portfolio-accounts.json.sql")).sql,
  );
  const instruments = await query(
    readSql(join(projectRoot, "src/data/portfolio-market.json.sql")).sql,
  );
  return {
    accounts: (accounts as unknown as AccountRow[]).map(accountOf),
    exchange: exchangeOf(instruments as unknown as (InstrumentRow | NoInstrumentRow)[]),
  };
}
