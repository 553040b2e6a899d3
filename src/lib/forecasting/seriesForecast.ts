import {mean, median, sum} from "d3-array";
import {fewestMonths} from "./companyForecast.js";
import type {Quantiles} from "./quantiles.js";
import {adjust, restore} from "./seasonalPool.js";
import {seriesFloor} from "./seriesFloor.js";
import {type Component, scaled} from "./seriesMixture.js";
import {weighModels} from "./seriesModels.js";
import {outliers, withSpikes} from "./seriesOutliers.js";
import {maybeSeriesSeason, type SeriesSeason} from "./seriesSeason.js";
import {chanceOfAny, onePayment, quantileAround0} from "./seriesZeros.js";

/** Fewer months of exactly 0 than this are values like others. */
const fewestZeros = 2;
/**
 * Half the least width of a band one month ahead, in mean steps from month to month: what goes by an exact rule for so
 * few months may leave it.
 */
const leastHalf = 0.05;

/** Why a series cannot be forecast, in words; undefined where it can be. */
export function maybeTooLittle(values: ArrayLike<number>): string | undefined {
  return values.length < fewestMonths
    ? `${values.length} of at least ${fewestMonths} months`
    : undefined;
}

/**
 * Forecasts one monthly series without gaps, of any sign and unit, for `horizon` months. A season must prove
 * itself (maybeSeriesSeason). What it leaves may be noise around a level, a line, a wave or a step, a level that
 * wanders or comes back, of sums or of their logarithms: each such model is weighed by how well it would have
 * foretold the series, month by month (its marginal likelihood), and the forecast is the mixture of all. One
 * month in ten at most, if far from the others, is left out, and expected again a year later with some weight
 * (seriesOutliers). Where 0 comes again and again by chance, whether and how much are forecast apart. A series that was never
 * negative stays so (seriesFloor), and the mirror image of a series has the mirror image of its forecast. Only a series
 * that never moved has no band. Throws on what `maybeTooLittle` names.
 */
export function forecastSeries(values: ArrayLike<number>, horizon: number): Quantiles[] {
  const reason = maybeTooLittle(values);
  if (reason) throw new Error(`too little to forecast: ${reason}`);
  const data = Array.from(values);
  const [first] = data;
  if (data.every((value) => value === first)) {
    return Array.from({length: horizon}, () => ({p10: first!, p50: first!, p90: first!}));
  }
  if (isUpsideDown(data)) {
    return forecastSeries(data.map(negative), horizon).map(({p10, p50, p90}) => ({
      p10: negative(p90),
      p50: negative(p50),
      p90: negative(p10),
    }));
  }
  return data.filter((value) => value !== 0).length === 1
    ? onePayment(data, horizon)
    : forecastMoved(data, horizon);
}

/**
 * Whether the mirror image is to be forecast instead, so that a series and its mirror image have one forecast: of the two
 * the one that is positive in all, or that begins so where all months come to 0.
 */
function isUpsideDown(data: readonly number[]): boolean {
  const total = sum(data);
  return total < 0 || (total === 0 && data.find((value) => value !== 0)! < 0);
}

/** Without the sign of 0. */
const negative = (value: number) => 0 - value;

function forecastMoved(data: readonly number[], horizon: number): Quantiles[] {
  const n = data.length;
  const outlier = outliers(data);
  const middle = median(data)!;
  const season = maybeSeriesSeason(data.map((value, t) => (outlier[t] ? middle : value)));
  const zeros = data.filter((value) => value === 0).length;
  const isSparse = !season && zeros >= fewestZeros;
  const left = isSparse ? outliers(data.map((value) => value || Number.NaN)) : outlier;
  const seen = data.map((value, t) => (left[t] || (isSparse && value === 0) ? Number.NaN : value));
  const views = [
    {season: undefined, models: weighModels(seen, 0)},
    ...(season ? [seasonal(seen, season)] : []),
  ];
  const best = Math.max(...views.map(({models}) => models.evidence));
  const trusts = views.map(({models}) => Math.exp(models.evidence - best));
  const floor = seriesFloor(data);
  const least =
    leastHalf * (meanStep(seen.filter((value) => !Number.isNaN(value))) || meanStep(data));
  return Array.from({length: horizon}, (_, h) => {
    const any = isSparse ? chanceOfAny(data, h + 1) : 1;
    const expected = views.map(({season, models}, k) => {
      const {band, centre} = models.ahead(h + 1);
      const own = (components: readonly Component[]) =>
        scaled(components, trusts[k]! / sum(trusts)).map((one) => inSeason(one, season, n + h));
      return {band: own(band), centre: own(centre)};
    });
    const all = (which: "band" | "centre") => {
      const own = expected.flatMap((one) => one[which]);
      return isSparse ? own : withSpikes(own, data, left, n + h);
    };
    const [band, centre] = [floor.caught(all("band"), h + 1), all("centre")];
    const at = (probability: number, components: readonly Component[]) =>
      floor.raised(quantileAround0(components, probability, any));
    const p50 = at(0.5, centre);
    const half = least * Math.sqrt(h + 1);
    return {
      p10: Math.max(floor.least, Math.min(p50 - half, at(0.1, band))),
      p50,
      p90: Math.max(p50 + half, at(0.9, band)),
    };
  });
}

/** The mean distance of a month from the one before. */
function meanStep(data: readonly number[]): number {
  return mean(data.slice(1), (value, t) => Math.abs(value - data[t]!)) ?? 0;
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
