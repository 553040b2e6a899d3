import {sum} from "d3-array";
import {baselines, forecastSeries, maybeTooLittle} from "../../src/lib/forecasting/forecast.js";
import {type ForecastClass, forecastClasses, seriesOf} from "./forecastClasses.js";

/** How many months of a series are known. */
export const monthsKnown = [8, 12, 18, 24, 36, 60] as const;

/** The months ahead that are judged. */
const horizons = [1, 2, 3, 6];

/** How well series of one class were forecast from so many months, out of sample. */
export interface ClassAccuracy {
  readonly name: ForecastClass;
  readonly months: number;
  /** The share of outcomes within p10 to p90. */
  readonly coverage: number;
  /** The mean absolute error of p50 over the baseline's; NaN where the baseline does not exist. */
  readonly ofAverage: number;
  readonly ofLastValue: number;
  readonly ofYearAgo: number;
}

/** Forecasts `count` series of each class and length, drawn from `seed`; about a millisecond a series. */
export function seriesCampaign(seed: string, count: number): ClassAccuracy[] {
  const names = Object.keys(forecastClasses) as ForecastClass[];
  return names.flatMap((name) =>
    monthsKnown.map((months) => classAccuracy(name, months, seed, count)),
  );
}

function classAccuracy(
  name: ForecastClass,
  months: number,
  seed: string,
  count: number,
): ClassAccuracy {
  const judged = Array.from({length: count}, (_, k) => {
    const values = seriesOf(name, `${seed}/${k}`, months, Math.max(...horizons));
    return judge(values.slice(0, months), values.slice(months));
  }).flat();
  const ours = sum(judged, ({error}) => error);
  const ratio = (baseline: keyof typeof baselines) =>
    ours / judged.reduce((total, {errorsBy}) => total + errorsBy[baseline], 0);
  return {
    name,
    months,
    coverage: sum(judged, ({isInside}) => Number(isInside)) / judged.length,
    ofAverage: ratio("plainAverage"),
    ofLastValue: ratio("lastValue"),
    ofYearAgo: ratio("seasonalNaive"),
  };
}

function judge(known: readonly number[], came: readonly number[]) {
  if (maybeTooLittle(known)) return [];
  const rows = forecastSeries(known, came.length);
  return horizons.map((ahead) => {
    const {p10, p50, p90} = rows[ahead - 1]!;
    const value = came[ahead - 1]!;
    const errorBy = (baseline: keyof typeof baselines) =>
      Math.abs(value - (baselines[baseline](known, ahead) ?? Number.NaN));
    return {
      isInside: value >= p10 && value <= p90,
      error: Math.abs(value - p50),
      errorsBy: {
        plainAverage: errorBy("plainAverage"),
        lastValue: errorBy("lastValue"),
        seasonalNaive: errorBy("seasonalNaive"),
      },
    };
  });
}
