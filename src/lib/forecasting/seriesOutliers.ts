import {mean, median} from "d3-array";
import {type Component, scaled} from "./seriesMixture.js";

/** How many robust standard deviations from the median a value is an outlier. */
const outlying = 5;

/**
 * Which months lie too far out, also by their logarithms where these exist; none where that is more than one month in
 * ten (FPP3, 13.9: outliers are not removed without thought, only kept from bending the level).
 */
export function outliers(values: readonly number[]): boolean[] {
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

/**
 * What is expected of month `t` with the months that were left out as hypotheses: one that lay far out in its month of
 * the year does so again with a chance of one in three, and the less the more years it did not. `left` says which of the
 * values were left out.
 */
export function withSpikes(
  components: readonly Component[],
  values: readonly number[],
  left: readonly boolean[],
  t: number,
): Component[] {
  const spikes = values.flatMap((value, then) => {
    if (!left[then] || (t - then) % 12 !== 0) return [];
    const years = values.filter((_, other) => (t - other) % 12 === 0).length;
    return [{away: value - median(values)!, weight: 1 / (3 * years)}];
  });
  const rest = spikes.reduce((weight, spike) => weight - spike.weight, 1);
  return [
    ...scaled(components, rest),
    ...spikes.flatMap(({away, weight}) =>
      scaled(components, weight).map((one) => ({...one, shift: one.shift + away})),
    ),
  ];
}
