import {spawnSync} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import seedrandom from "seedrandom";
import {type Backtest, backtest} from "../../src/lib/forecast.js";
import {operatingFlows} from "./operatingFlows.js";

export interface ForecastCampaign {
  readonly seed: number;
  readonly backtest: Backtest;
}

/**
 * Backtests the company forecast on a freshly generated bank for each seed, by the generator's own command
 * with its defaults; the banks are deleted afterwards. About six seconds a seed. `report` hears of each.
 */
export async function forecastCampaign(
  seeds: readonly number[],
  report: (campaign: ForecastCampaign) => void = () => {},
): Promise<ForecastCampaign[]> {
  const campaigns: ForecastCampaign[] = [];
  for (const seed of seeds) {
    const folder = await mkdtemp(join(tmpdir(), "bench-forecast-"));
    try {
      generate(seed, folder);
      const companies = await operatingFlows(folder);
      const campaign = {seed, backtest: backtest(companies, seedrandom(`backtest ${seed}`))};
      campaigns.push(campaign);
      report(campaign);
    } finally {
      await rm(folder, {recursive: true});
    }
  }
  return campaigns;
}

/** The campaign over seeds 1 to 5, as lines for a person. */
export async function benchForecast(): Promise<string[]> {
  return (await forecastCampaign([1, 2, 3, 4, 5])).flatMap(campaignLines);
}

/** One line for each flow: MASE of the median company beside the baselines', coverage and bias. */
export function campaignLines({seed, backtest}: ForecastCampaign): string[] {
  return Object.entries(backtest).map(([flow, accuracy]) => {
    const {mase, baselineMase, ratio, coverage80, coverage95, bias} = accuracy;
    const baselines = Object.keys(baselineMase)
      .map((name) => {
        const key = name as keyof typeof baselineMase;
        return `${name} ${baselineMase[key].toFixed(3)} (ratio ${ratio[key].toFixed(3)})`;
      })
      .join(", ");
    const bands = `80 % band ${(100 * coverage80).toFixed(1)} %, 95 % band ${(100 * coverage95).toFixed(1)} %`;
    return `seed ${seed} ${flow}: MASE ${mase.toFixed(3)}; ${baselines}; ${bands}; bias ${bias.toFixed(3)}`;
  });
}

function generate(seed: number, folder: string): void {
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/seed.ts", "--seed", String(seed), "--out", folder],
    {encoding: "utf8"},
  );
  if (status !== 0) throw new Error(`cannot generate the bank of seed ${seed}: ${stderr.trim()}`);
}
