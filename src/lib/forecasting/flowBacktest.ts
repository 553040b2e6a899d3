import {group, mean, median, range} from "d3-array";
import {coverage, meanAbsoluteScaledError, naiveError, type Outcome} from "./accuracy.js";
import {type BaselineName, baselines} from "./baselines.js";
import {firstOrigin} from "./calibration.js";
import type {Flow} from "./cashPaths.js";
import type {Company} from "./companyForecast.js";
import type {PastForecast} from "./pastForecasts.js";
import {quantilesAhead} from "./pathQuantiles.js";

const baselineNames = Object.keys(baselines) as BaselineName[];

/** How well one flow of all companies was forecast, out of sample. */
export interface FlowAccuracy {
  /** Companies and single forecasts that count; those whose past never moved have no scale and do not. */
  readonly companies: number;
  readonly forecasts: number;
  /** The median company's mean absolute scaled error. */
  readonly mase: number;
  readonly baselineMase: {readonly [name in BaselineName]: number};
  /** The median company's MASE over its MASE by the baseline; below 1 the forecast is better. */
  readonly ratio: {readonly [name in BaselineName]: number};
  /** Shares of outcomes inside the 80 % and 95 % bands, over all companies, origins and horizons. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** Mean of forecast less actual, in the units of MASE; above 0 the forecast was too high. */
  readonly bias: number;
}

export type FlowBacktest = {readonly [flow in Flow]: FlowAccuracy};

/** One forecast held against what came, by flow: a month each. */
export type JudgedFlows = {readonly [flow in Flow]: readonly JudgedMonth[]};

interface JudgedMonth extends Outcome {
  readonly id: string;
  readonly far: Outcome;
  /** Forecast less actual, over the in-sample naive error. */
  readonly error: number;
  readonly baselineErrors: {readonly [name in BaselineName]: number};
}

/** How many months ahead single months are judged. */
const horizon = 3;

/**
 * How single months were forecast, one to three ahead; none of them by a forecast that did not know a whole year of the bank.
 * A baseline that does not exist at an origin gives NaN there.
 */
export function judgeFlows({company, origin, known, paths}: PastForecast): JudgedFlows {
  const months = (flow: Flow) =>
    origin < firstOrigin ? [] : judge(company.id, valuesOf(company, flow), known, paths[flow]);
  return {inflow: months("inflow"), outflow: months("outflow"), net: months("net")};
}

/** How well the flows of all companies were forecast. */
export function flowBacktest(judged: readonly JudgedFlows[]): FlowBacktest {
  const accuracy = (flow: Flow) => summarize(judged.flatMap((one) => one[flow]));
  return {inflow: accuracy("inflow"), outflow: accuracy("outflow"), net: accuracy("net")};
}

function valuesOf({inflow, outflow}: Company, flow: Flow): readonly number[] {
  if (flow === "net") return inflow.map((value, t) => value - outflow[t]!);
  return flow === "inflow" ? inflow : outflow;
}

function judge(
  id: string,
  values: readonly number[],
  origin: number,
  paths: readonly Float64Array[],
): JudgedMonth[] {
  const known = values.slice(0, origin);
  const scale = naiveError(known);
  if (!(scale > 0)) return [];
  const months = Math.min(horizon, paths[0]?.length ?? 0);
  return range(months).map((h) => {
    const [lowest, low, middle, high, highest] = quantilesAhead(
      paths,
      h + 1,
      [0.025, 0.1, 0.5, 0.9, 0.975],
    );
    const actual = values[origin + h]!;
    const scaled = (forecast: number | undefined) => ((forecast ?? Number.NaN) - actual) / scale;
    return {
      id,
      actual,
      low: low!,
      high: high!,
      far: {actual, low: lowest!, high: highest!},
      error: scaled(middle),
      baselineErrors: byBaseline((name) => scaled(baselines[name](known, h + 1))),
    };
  });
}

function summarize(outcomes: readonly JudgedMonth[]): FlowAccuracy {
  const companies = [...group(outcomes, ({id}) => id).values()].map((own) => ({
    mase: meanAbsoluteScaledError(own.map(({error}) => error)),
    baselineMase: byBaseline((name) =>
      meanAbsoluteScaledError(own.map(({baselineErrors}) => baselineErrors[name])),
    ),
  }));
  return {
    companies: companies.length,
    forecasts: outcomes.length,
    mase: median(companies, ({mase}) => mase) ?? Number.NaN,
    baselineMase: byBaseline(
      (name) => median(companies, ({baselineMase}) => baselineMase[name]) ?? Number.NaN,
    ),
    ratio: byBaseline(
      (name) =>
        median(companies, ({mase, baselineMase}) => mase / baselineMase[name]) ?? Number.NaN,
    ),
    coverage80: coverage(outcomes),
    coverage95: coverage(outcomes.map(({far}) => far)),
    bias: mean(outcomes, ({error}) => error) ?? Number.NaN,
  };
}

function byBaseline(value: (name: BaselineName) => number): {[name in BaselineName]: number} {
  return Object.fromEntries(baselineNames.map((name) => [name, value(name)])) as {
    [name in BaselineName]: number;
  };
}
