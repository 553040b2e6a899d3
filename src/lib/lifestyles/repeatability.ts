/**
 * How much of the differences between people is there again when they are looked at a second time. A share that one half
 * of the months does not foretell of the other is chance, and nothing that people could be told apart by.
 */

/**
 * Split-half reliability of each column: the correlation over people between two halves of the months, stepped up to the
 * whole period by the formula of Spearman and Brown (1910), 2r / (1 + r). From 0 (chance; also where it would be
 * negative, or where there is no variation) to 1. Rows of both are the same people.
 */
export function repeatability(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
): number[] {
  return (first[0] ?? []).map((_, column) => {
    const r = correlation(
      first.map((row) => row[column]!),
      second.map((row) => row[column]!),
    );
    return r > 0 ? (2 * r) / (1 + r) : 0;
  });
}

/** Pearson's correlation; 0 where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squareA, squareB] = [0, 0, 0];
  a.forEach((value, at) => {
    const [fromA, fromB] = [value - meanA, b[at]! - meanB];
    both += fromA * fromB;
    squareA += fromA * fromA;
    squareB += fromB * fromB;
  });
  const scale = Math.sqrt(squareA * squareB);
  return scale > 0 ? both / scale : 0;
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
