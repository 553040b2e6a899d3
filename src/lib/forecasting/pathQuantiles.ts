import {quantileSorted} from "d3-array";

/**
 * Quantiles of simulated paths, month by month: `result[ahead - 1][k]` for `probabilities[k]`, interpolated
 * between paths (R's type 7), in the paths' unit.
 */
export function pathQuantiles(
  paths: readonly Float64Array[],
  probabilities: readonly number[],
): number[][] {
  const horizon = paths[0]?.length ?? 0;
  return Array.from({length: horizon}, (_, h) => {
    const sorted = [...Float64Array.from(paths, (path) => path[h]!).sort()];
    return probabilities.map((probability) => quantileSorted(sorted, probability)!);
  });
}
