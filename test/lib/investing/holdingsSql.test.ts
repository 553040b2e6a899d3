import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {formatDay, lastDayOf, monthOf} from "../../../src/lib/day.js";
import {holdings} from "../../../src/lib/investing/holdings.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {bank as bankFolder} from "../../support/bank.js";
import {writeBrokerage} from "./brokerage.js";
import {engineInput, type InvestingRows, investingBank} from "./investingBank.js";
import {type Engine, engineWithError} from "./mutant.js";

const sqlText = readFileSync(join(projectRoot, "test/lib/investing/holdings.sql"), "utf8");

/** One line a position and month end: `2025-05-31 account symbol quantity cost`. */
async function bySql(bank: DuckDBConnection, sql = sqlText): Promise<string[]> {
  const rows = (await bank.runAndReadAll(sql)).getRowObjectsJson();
  return rows.map(({day, account_id, symbol, quantity_e6, cost_cents}) =>
    [String(day).slice(0, 10), account_id, symbol, quantity_e6, cost_cents].join(" "),
  );
}

function byEngine(
  {trades, splits, firstDay, lastDay}: InvestingRows,
  engine: Engine = {trails, holdings},
): string[] {
  const all = engine.trails(trades, splits);
  const lines: string[] = [];
  for (let month = monthOf(firstDay); month <= monthOf(lastDay); month++) {
    const day = Math.min(lastDayOf(month), lastDay);
    for (const {accountId, symbol, quantityE6, basis} of engine.holdings(all, day)) {
      lines.push([formatDay(day), accountId, symbol, quantityE6, basis.costCents].join(" "));
    }
  }
  return lines;
}

/** Lines that are in one list and not in the other. */
function differences(a: readonly string[], b: readonly string[]): string[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((line) => !inB.has(line)), ...b.filter((line) => !inA.has(line))];
}

describe("holdings.sql, an implementation that shares no code with the engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "brokerage-"));
  let bank: DuckDBConnection;
  let input: InvestingRows;

  beforeAll(async () => {
    writeBrokerage(folder, {seed: 42, accounts: 100, tradesEach: 60});
    bank = await investingBank(folder);
    input = await engineInput(bank);
  });
  afterAll(() => {
    bank.closeSync();
    rmSync(folder, {recursive: true});
  });

  it("agrees for every account and symbol of a busy brokerage, at each month end", async () => {
    const lines = byEngine(input);
    expect(lines.length).toBeGreaterThan(5000);
    expect(differences(lines, await bySql(bank))).toEqual([]);
  });

  const sqlErrors = {
    "the fee is left out of the cost": ["(gross_eur + fee_eur)", "gross_eur"],
    "a sale takes its part of what is left, not of the pool": [
      "when 'sell' then gone_e6 + quantity_e6 else 0",
      "when 'sell' then quantity_e6 else 0",
    ],
    "half a cent is rounded down": ["gone_e6 + pool_e6) //", "gone_e6 + pool_e6 - 1) //"],
    "splits are upside down": ["shares_after + shares_before)", "shares_before + shares_after)"],
    "splits come after the trades of their day": ["'split',\n    0,", "'split',\n    999999999,"],
  } as const;
  for (const [error, [right, wrong]] of Object.entries(sqlErrors)) {
    it(`is caught when it is wrong: ${error}`, async () => {
      expect(sqlText).toContain(right);
      const lines = await bySql(bank, sqlText.replaceAll(right, wrong));
      expect(differences(byEngine(input), lines).length).toBeGreaterThan(0);
    });
  }

  const engineErrors = {
    "the fee is left out of the cost": [
      "trail.ts",
      "trade.grossCents + trade.feeCents",
      "trade.grossCents",
    ],
    "cost is rounded sale by sale": [
      "lots.ts",
      "part(lot.opened, lot.openedE6 - lot.leftE6, lot.openedE6)",
      "plus(minus(lot.opened, before), part(before, quantityE6, lot.leftE6 + quantityE6))",
    ],
    "cost is rounded down": [
      "lots.ts",
      "costCents: mulDiv(basis.costCents, quantityE6, ofE6)",
      "costCents: Math.floor((basis.costCents * quantityE6) / ofE6)",
    ],
    "splits are upside down": [
      "split.ts",
      "mulDiv(quantityE6, sharesAfter, sharesBefore)",
      "mulDiv(quantityE6, sharesBefore, sharesAfter)",
    ],
    "splits come after the trades of their day": [
      "trail.ts",
      "splitUntil(trade.day, sequence)",
      "splitUntil(trade.day - 1, sequence)",
    ],
  } as const;
  for (const [error, [file, right, wrong]] of Object.entries(engineErrors)) {
    it(`catches an engine that is wrong: ${error}`, async () => {
      const engine = await engineWithError(file, right, wrong);
      const lines = await bySql(bank);
      const found = () => differences(byEngine(input, engine), lines).length;
      // an error may also show as a sale of more than is held
      expect(attempt(found)).toBeGreaterThan(0);
    });
  }
});

describe("holdings.sql over the default bank", () => {
  it("agrees with the engine for every account and symbol, at each month end and the last day", async () => {
    const bank = await investingBank(bankFolder());
    const lines = byEngine(await engineInput(bank));
    expect(lines.length).toBeGreaterThan(5000);
    expect(differences(lines, await bySql(bank))).toEqual([]);
    bank.closeSync();
  });
});

function attempt(count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (error instanceof Error && error.name === "TradeError") return 1;
    throw error;
  }
}
