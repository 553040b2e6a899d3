import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {bridge} from "../../../src/lib/investing/bridge.js";
import {holdings, valued} from "../../../src/lib/investing/holdings.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import {type Trail, trails} from "../../../src/lib/investing/trail.js";
import {writeBrokerage} from "./brokerage.js";
import {engineInput, investingBank} from "./investingBank.js";

it("the days of 500 accounts with 30,000 trades end at what their holdings are worth, to the cent", async () => {
  const folder = mkdtempSync(join(tmpdir(), "brokerage-"));
  writeBrokerage(folder, {seed: 7, accounts: 500, tradesEach: 60});
  const bank = await investingBank(folder);
  const {trades, splits, market, firstDay, lastDay} = await engineInput(bank);
  bank.closeSync();
  rmSync(folder, {recursive: true});
  expect(trades).toHaveLength(30_000);

  const all = trails(trades, splits);
  const gains = holdings(all).map((holding) => valued(holding, market, lastDay));
  const byAccount = new Map<string, Trail[]>();
  for (const trail of all) {
    byAccount.set(trail.accountId, [...(byAccount.get(trail.accountId) ?? []), trail]);
  }
  const period = {from: firstDay, to: lastDay};
  const portfolios = [...byAccount.values()].map((own) => portfolio({trails: own}, market, period));
  const ends = portfolios.map((columns) => bridge(columns).endCents);

  expect(ends.reduce((a, b) => a + b)).toBe(gains.reduce((a, b) => a + b.valueCents, 0));
});
