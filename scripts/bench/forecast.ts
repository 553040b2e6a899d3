import {spawnSync} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import seedrandom from "seedrandom";
import {
  type BalanceAccuracy,
  balanceBacktest,
  type CompanyWithCash,
  flowBacktest,
  type JudgedBalance,
  judgeBalances,
  judgeFlows,
  pastForecasts,
} from "../../src/lib/forecasting/forecast.js";
import {balanceTable, isBalanceMissed} from "./forecastBalanceTable.js";
import {seriesCampaign} from "./forecastSeries.js";
import {isSeriesMissed, seriesTable} from "./forecastSeriesTable.js";
import {campaignTable, type ForecastCampaign, isCampaignMissed} from "./forecastTable.js";
import {operatingFlows} from "./operatingFlows.js";

/**
 * Backtests the company forecast on a freshly generated bank for each seed, by the generator's own command
 * with its defaults; the banks are deleted afterwards. About ten seconds a seed.
 */
async function forecastCampaign(seeds: readonly number[]): Promise<ForecastCampaign[]> {
  const campaigns: ForecastCampaign[] = [];
  for (const seed of seeds) {
    const companies = await generated(seed);
    const past = pastForecasts(companies, seedrandom(`backtest ${seed}`));
    campaigns.push({seed, backtest: flowBacktest(Array.from(past, judgeFlows))});
  }
  return campaigns;
}

/** Backtests the balance a year ahead on banks of three years, of which two are known; the seeds together. */
async function balanceCampaign(seeds: readonly number[]): Promise<BalanceAccuracy[]> {
  const rivals = seedrandom("rivals");
  const judged: JudgedBalance[] = [];
  for (const seed of seeds) {
    const companies = await generated(seed, ["--months", "36"]);
    const past = pastForecasts(companies, seedrandom(`balances ${seed}`), {origins: [24]});
    for (const one of past) judged.push(...judgeBalances(one, rivals));
  }
  return balanceBacktest(judged);
}

/**
 * Series alone, then the companies of the banks of seeds 1 to 5 and the default's, and their balances, as tables for a
 * person; and whether a stated target is missed.
 */
export async function benchForecast(): Promise<{lines: string[]; isMissed: boolean}> {
  const series = seriesCampaign("bench", 200);
  const companies = await forecastCampaign([1, 2, 3, 4, 5, 42]);
  const balances = await balanceCampaign([1, 2, 3, 4, 5, 6]);
  return {
    lines: [...seriesTable(series), "", ...campaignTable(companies), "", ...balanceTable(balances)],
    isMissed: isSeriesMissed(series) || isCampaignMissed(companies) || isBalanceMissed(balances),
  };
}

/** The companies of a freshly generated bank, which is deleted again. */
async function generated(seed: number, more: readonly string[] = []): Promise<CompanyWithCash[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-forecast-"));
  try {
    generate(seed, folder, more);
    return await operatingFlows(folder);
  } finally {
    await rm(folder, {recursive: true});
  }
}

function generate(seed: number, folder: string, more: readonly string[]): void {
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/seed.ts", "--seed", String(seed), "--out", folder, ...more],
    {encoding: "utf8"},
  );
  if (status !== 0) throw new Error(`cannot generate the bank of seed ${seed}: ${stderr.trim()}`);
}
