import {type Account, accountOf} from "../../src/lib/investing/account.js";
import {
  type AccountRow,
  type Exchange,
  exchangeOf,
  type InstrumentRow,
  type NoInstrumentRow,
} from "../../src/lib/investing/brokerage.js";
import type {Queries} from "./bank.js";

export interface Brokerage {
  readonly accounts: readonly Account[];
  readonly exchange: Exchange;
}

/**
 * All brokerage accounts and the market, by the queries that give them to the browser too, so that a summary and
 * one investor's page cannot be made from different rows.
 */
export async function readBrokerage(bank: Pick<Queries, "dataset">): Promise<Brokerage> {
  const accounts = await bank.dataset<AccountRow>("person-portfolio.keyed");
  const market = await bank.dataset<InstrumentRow | NoInstrumentRow>("portfolio-market.json");
  return {accounts: accounts.map(accountOf), exchange: exchangeOf(market)};
}
