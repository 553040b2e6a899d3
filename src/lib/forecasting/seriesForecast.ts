import {mean, median, sum} from "d3-array";
import {fewestMonths} from "./companyForecast.js";
import {adjust, restore} from "./seasonalPool.js";
import {type Component, mixtureQuantile, mixtureShare} from "./seriesMixture.js";
import {weighModels} from "./seriesModels.js";
import {maybeSeriesSeason, type SeriesSeason} from "./seriesSeason.js";
import {chanceOfAny} from "./seriesZeros.js";

/** A month's forecast, in the unit of the series: with even chances above p50, in 8 of 10 cases in p10 to p90. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** How many robust standard deviations from the median a value is an outlier. */
const outlying = 5;
/** Fewer months of exactly 0 than this are values like others. */
const fewestZeros = 2;

/** Why a series cannot be forecast, in words; undefined where it can be. */
export function maybeTooLittle(values: ArrayLike<number>): string | undefined {
  if (values.length < fewestMonths) {
    return `${values.length} of at least ${fewestMonths} months`;
  }
  const months = Array.from(values).filter((value) => value !== 0).length;
  return months === 1 ? "only one month differs from 0" : undefined;
}

/**
 * Forecasts one monthly series without gaps, of any sign and unit, for `horizon` months. A season must prove
 * itself (maybeSeriesSeason). What it leaves may be noise around a level, a line or a step, a level that
 * wanders or comes back, of sums or of their logarithms: each such model is weighed by how well it would have
 * foretold the series, month by month (its marginal likelihood), and the forecast is the mixture of all. One
 * month in ten at most, if far from the others, is left out. Where 0 comes again and again by chance, whether
 * and how much are forecast apart. A series that was never negative stays so. Throws on what `maybeTooLittle`
 * names.
 */
export function forecastSeries(values: ArrayLike<number>, horizon: number): Quantiles[] {
  const reason = maybeTooLittle(values);
  if (reason) throw new Error(`too little to forecast: ${reason}`);
  const data = Array.from(values);
  const n = data.length;
  const [first] = data;
  if (data.every((value) => value === first)) {
    return Array.from({length: horizon}, () => ({p10: first!, p50: first!, p90: first!}));
  }
  const lowest = data.every((value) => value >= 0) ? 0 : -Infinity;
  const outlier = outliers(data);
  const middle = median(data)!;
  const season = maybeSeriesSeason(data.map((value, t) => (outlier[t] ? middle : value)));
  const zeros = data.filter((value) => value === 0).length;
  const isSparse = !season && zeros >= fewestZeros && n - zeros >= 2;
  const left = isSparse ? outliers(data.map((value) => value || Number.NaN)) : outlier;
  const seen = data.map((value, t) => (left[t] || (isSparse && value === 0) ? Number.NaN : value));
  const views = [
    {season: undefined, models: weighModels(seen, 0)},
    ...(season ? [seasonal(seen, season)] : []),
  ];
  const best = Math.max(...views.map(({models}) => models.evidence));
  const trusts = views.map(({models}) => Math.exp(models.evidence - best));
  return Array.from({length: horizon}, (_, h) => {
    const any = isSparse ? chanceOfAny(data, h + 1) : 1;
    const expected = views.map(({season, models}, k) => {
      const {band, centre} = models.ahead(h + 1);
      const own = (components: readonly Component[]) =>
        components.map((one) =>
          inSeason({...one, weight: (one.weight * trusts[k]!) / sum(trusts)}, season, n + h),
        );
      return {band: own(band), centre: own(centre)};
    });
    const band = expected.flatMap((one) => one.band);
    const centre = expected.flatMap((one) => one.centre);
    const at = (probability: number, components: readonly Component[]) =>
      Math.max(lowest, quantileAround0(components, probability, any));
    const p50 = at(0.5, centre);
    return {p10: Math.min(p50, at(0.1, band)), p50, p90: Math.max(p50, at(0.9, band))};
  });
}

function seasonal(seen: readonly number[], season: SeriesSeason) {
  const adjusted = seen.map((value, t) => adjust(value, season.index(t), season.kind));
  return {season, models: weighModels(adjusted, season.parameters(seen.length))};
}

function inSeason(component: Component, season: SeriesSeason | undefined, t: number): Component {
  if (!season) return component;
  const shift = restore(0, season.index(t), season.kind);
  const factor = restore(1, season.index(t), season.kind) - shift;
  return {...component, shift, factor, scale: component.scale * Math.sqrt(1 + season.error(t))};
}

/** A quantile where the components speak only of the share `any` of cases, and the others are 0. */
function quantileAround0(
  components: readonly Component[],
  probability: number,
  any: number,
): number {
  if (any === 1) return mixtureQuantile(components, probability);
  const below = any * mixtureShare(components, 0);
  if (probability < below) return mixtureQuantile(components, probability / any);
  if (probability <= below + 1 - any) return 0;
  return mixtureQuantile(components, (probability - 1 + any) / any);
}

/**
 * Which months lie too far out, also by their logarithms where these exist; none where that is more than one month in
 * ten (FPP3, 13.9: outliers are not removed without thought, only kept from bending the level).
 */
function outliers(values: readonly number[]): boolean[] {
  const seen = values.filter((value) => !Number.isNaN(value));
  const forms = seen.every((value) => value > 0) ? [values, values.map(Math.log)] : [values];
  const far = forms.map(farOut);
  const isOutlier = values.map((_, t) => far.every((own) => own[t]!));
  const isFew = isOutlier.filter(Boolean).length <= seen.length / 10;
  return isFew ? isOutlier : values.map(() => false);
}

function farOut(values: readonly number[]): boolean[] {
  const middle = median(values)!;
  const distances = values.map((value) => Math.abs(value - middle));
  const size = 1.4826 * median(distances)! || 1.2533 * mean(distances)!;
  const isFar = (t: number) => (distances[t] ?? 0) > outlying * size;
  const isAsFar = (t: number, then: number) =>
    isFar(then) && values[t]! > middle === values[then]! > middle;
  // What is as far out a year before or after is a season, not an accident.
  return values.map((_, t) => isFar(t) && !isAsFar(t, t - 12) && !isAsFar(t, t + 12));
}
