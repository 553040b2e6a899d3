import {spawnSync} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import seedrandom from "seedrandom";
import {backtest} from "../../src/lib/forecast.js";
import {seriesCampaign} from "./forecastSeries.js";
import {isSeriesMissed, seriesTable} from "./forecastSeriesTable.js";
import {campaignTable, type ForecastCampaign, isCampaignMissed} from "./forecastTable.js";
import {operatingFlows} from "./operatingFlows.js";

/**
 * Backtests the company forecast on a freshly generated bank for each seed, by the generator's own command
 * with its defaults; the banks are deleted afterwards. About ten seconds a seed.
 */
export async function forecastCampaign(seeds: readonly number[]): Promise<ForecastCampaign[]> {
  const campaigns: ForecastCampaign[] = [];
  for (const seed of seeds) {
    const folder = await mkdtemp(join(tmpdir(), "bench-forecast-"));
    try {
      generate(seed, folder);
      const companies = await operatingFlows(folder);
      campaigns.push({seed, backtest: backtest(companies, seedrandom(`backtest ${seed}`))});
    } finally {
      await rm(folder, {recursive: true});
    }
  }
  return campaigns;
}

/**
 * Series alone, then the companies of the banks of seeds 1 to 5 and the default's, as tables for a person; and
 * whether a stated target is missed.
 */
export async function benchForecast(): Promise<{lines: string[]; isMissed: boolean}> {
  const series = seriesCampaign("bench", 200);
  const companies = await forecastCampaign([1, 2, 3, 4, 5, 42]);
  return {
    lines: [...seriesTable(series), "", ...campaignTable(companies)],
    isMissed: isSeriesMissed(series) || isCampaignMissed(companies),
  };
}

function generate(seed: number, folder: string): void {
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/seed.ts", "--seed", String(seed), "--out", folder],
    {encoding: "utf8"},
  );
  if (status !== 0) throw new Error(`cannot generate the bank of seed ${seed}: ${stderr.trim()}`);
}
