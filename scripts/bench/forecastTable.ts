import type {BaselineName, FlowAccuracy, FlowBacktest} from "../../src/lib/forecasting/forecast.js";

/** The forecast of the bank of one seed, judged. */
export interface ForecastCampaign {
  readonly seed: number;
  readonly backtest: FlowBacktest;
}

/** The 80 % band must hold as many of the outcomes as that, of all flows, on every seed. */
const fewestCovered = 0.75;
const mostCovered = 0.85;

const shortNames = {
  seasonalNaive: "year ago",
  lastValue: "last value",
  plainAverage: "average",
} as const satisfies Record<BaselineName, string>;
const baselineNames = Object.keys(shortNames) as BaselineName[];

/** What a flow misses of its targets, in words; none where it meets them all. */
export function missesOf({mase, ratio, coverage80}: FlowAccuracy): string[] {
  if (Number.isNaN(mase)) return ["nothing to judge"];
  return [
    ...baselineNames
      .filter((name) => !Number.isNaN(ratio[name]) && ratio[name] >= 1)
      .map((name) => `does not beat ${shortNames[name]}`),
    ...(coverage80 < fewestCovered ? ["80 % band too narrow"] : []),
    ...(coverage80 > mostCovered ? ["80 % band too wide"] : []),
  ];
}

/**
 * A row a seed and flow: MASE of the median company, the same by each baseline and in brackets the median company's ratio to it (below 1 the
 * forecast is better), coverage of the bands, bias, and what is missed of the targets; last, a row that counts.
 */
export function campaignTable(campaigns: readonly ForecastCampaign[]): string[] {
  const rows = campaigns.flatMap(({seed, backtest}) =>
    Object.entries(backtest).map(([flow, accuracy]: [string, FlowAccuracy]) => {
      const misses = missesOf(accuracy);
      return {misses, cells: [String(seed), flow, ...figuresOf(accuracy), verdict(misses)]};
    }),
  );
  const head = [
    "seed",
    "flow",
    "MASE",
    ...baselineNames.map((name) => shortNames[name]),
    "80 %",
    "95 %",
    "bias",
    "",
  ];
  const missed = rows.filter(({misses}) => misses.length > 0).length;
  return [
    ...aligned([head, ...rows.map(({cells}) => cells)]),
    missed === 0
      ? `all ${rows.length} rows meet their targets`
      : `${missed} of ${rows.length} rows MISS a target`,
  ];
}

/** Whether a flow of a seed misses a target. */
export function isCampaignMissed(campaigns: readonly ForecastCampaign[]): boolean {
  return campaigns.some(({backtest}) =>
    Object.values(backtest).some((accuracy: FlowAccuracy) => missesOf(accuracy).length > 0),
  );
}

function figuresOf({mase, baselineMase, ratio, coverage80, coverage95, bias}: FlowAccuracy) {
  const percent = (share: number) => (100 * share).toFixed(1);
  return [
    mase.toFixed(3),
    ...baselineNames.map((name) => `${baselineMase[name].toFixed(3)} (${ratio[name].toFixed(2)})`),
    percent(coverage80),
    percent(coverage95),
    bias.toFixed(3),
  ];
}

function verdict(misses: readonly string[]): string {
  return misses.length === 0 ? "ok" : `MISSED: ${misses.join(", ")}`;
}

/** Rows of cells as lines, each column as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows.map((row) =>
    row
      .map((cell, k) => cell.padEnd(widths[k]!))
      .join("  ")
      .trimEnd(),
  );
}
