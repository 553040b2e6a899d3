/** The backtest as rows, and what it says in words. */
import type {FlowBacktest} from "../../lib/forecasting/forecast.js";
import {count, percent, rounded} from "../../lib/format.js";
import {list} from "../../lib/words.js";

/** What a method is called on a chart and in a sentence. */
export const methodNames = {
  forecast: "this forecast",
  seasonalNaive: "as a year ago",
  lastValue: "as last month",
  plainAverage: "plain average",
} as const;

export type Method = keyof typeof methodNames;
const methods = Object.keys(methodNames) as Method[];

export type FlowName = keyof FlowBacktest;

/** A row of `runway-backtest`; what is null does not exist. */
export interface Accuracy {
  readonly flow: FlowName;
  readonly method: Method;
  readonly mase: number | null;
  /** The forecast's MASE over this method's, of the median company; below 1 the forecast is better. */
  readonly mase_ratio: number | null;
  readonly company_count: number;
  readonly forecast_count: number;
  readonly bias: number | null;
  readonly coverage_80_share: number | null;
  readonly coverage_95_share: number | null;
}

/** The backtest, one row per flow and method; none where no company was old enough to be judged. */
export function accuracyRows(backtest: FlowBacktest): Accuracy[] {
  return (["net", "inflow", "outflow"] as const).flatMap((flow) => {
    const of = backtest[flow];
    if (of.forecasts === 0) return [];
    return methods.map((method): Accuracy => {
      const isForecast = method === "forecast";
      return {
        flow,
        method,
        mase: known(isForecast ? of.mase : of.baselineMase[method]),
        mase_ratio: isForecast ? null : known(of.ratio[method]),
        company_count: of.companies,
        forecast_count: of.forecasts,
        bias: isForecast ? known(of.bias) : null,
        coverage_80_share: isForecast ? known(of.coverage80) : null,
        coverage_95_share: isForecast ? known(of.coverage95) : null,
      };
    });
  });
}

/** Whether the forecast of net flow beat each baseline, and which it did not: the title of the backtest. */
export function accuracyFinding(rows: readonly Accuracy[]): string {
  const rivals = rivalsOf(rows, "net");
  if (rivals.length === 0) return "The months are too few to test the forecast";
  const unbeaten = rivals.filter(isUnbeaten);
  if (unbeaten.length === rivals.length)
    return "The forecast of net flow beats none of its baselines";
  if (unbeaten.length > 0)
    return `The forecast of net flow does not beat ${list(unbeaten.map(nameOf))}`;
  const best = [...rivals].sort((a, b) => (a.mase ?? 0) - (b.mase ?? 0))[0]!;
  const own = rows.find(({flow, method}) => flow === "net" && method === "forecast");
  const less = percent(1 - (own?.mase ?? 0) / (best.mase ?? 1));
  return `The forecast of net flow errs ${less} less than the best simple one, ${nameOf(best)}`;
}

/** Coverage and bias in a sentence, and every baseline of any flow that could not be beaten. */
export function accuracyText(rows: readonly Accuracy[]): string {
  const net = rows.find(({flow, method}) => flow === "net" && method === "forecast");
  if (!net) return "It takes fifteen months to see whether a forecast made after twelve came true.";
  const unbeaten = (["net", "inflow", "outflow"] as const).flatMap((flow) =>
    rivalsOf(rows, flow)
      .filter(isUnbeaten)
      .map((row) => `${nameOf(row)} for ${flow}`),
  );
  const lean = net.bias ?? 0;
  const direction =
    Math.abs(lean) < 0.005
      ? "it leans neither way"
      : `it leans to the ${lean > 0 ? "high" : "low"} side by ${rounded(Math.abs(lean), 2)} of a typical step from ` +
        "month to month";
  return [
    `Of the ${count(net.forecast_count)} months of net flow that were forecast and then came, ` +
      `${percent(net.coverage_80_share)} fell into the 80% band and ${percent(net.coverage_95_share)} into the ` +
      `95% band; ${direction}.`,
    unbeaten.length === 0
      ? "On the median company it beats each baseline for net, inflow and outflow alike."
      : `On the median company it could not beat ${list(unbeaten)}.`,
  ].join(" ");
}

function rivalsOf(rows: readonly Accuracy[], of: FlowName): Accuracy[] {
  return rows.filter(({flow, mase_ratio}) => flow === of && mase_ratio !== null);
}

/** Whether the forecast errs no less than this method on the median company. */
const isUnbeaten = ({mase_ratio}: Accuracy) => (mase_ratio ?? 0) >= 1;
const nameOf = ({method}: Accuracy) => `“${methodNames[method]}”`;

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
