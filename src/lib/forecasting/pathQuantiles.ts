/**
 * Quantiles of simulated paths, month by month: `result[ahead - 1][k]` for `probabilities[k]`, in the paths'
 * unit.
 */
export function pathQuantiles(
  paths: readonly Float64Array[],
  probabilities: readonly number[],
): number[][] {
  const horizon = paths[0]?.length ?? 0;
  return Array.from({length: horizon}, (_, h) => quantilesAhead(paths, h + 1, probabilities));
}

/** The same of one month only, 1 for the first ahead. */
export function quantilesAhead(
  paths: readonly Float64Array[],
  ahead: number,
  probabilities: readonly number[],
): number[] {
  const sorted = new Float64Array(paths.length);
  for (let at = 0; at < paths.length; at++) sorted[at] = paths[at]![ahead - 1]!;
  sorted.sort();
  return probabilities.map((probability) => quantileOf(sorted, probability));
}

/**
 * A quantile between sorted values: type 7 of Hyndman and Fan (1996), as R and d3-array have it. Ours because it
 * runs in the reader's browser, where d3-array would add 6 kB to a page for this one line.
 */
function quantileOf(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (position - below);
}
