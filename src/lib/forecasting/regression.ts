import {sum} from "d3-array";

/** A least squares fit of a series on regressors of its month's number. */
export interface Regression {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** The fitted value of any month, seen or not. */
  at(t: number): number;
}

/**
 * The least squares fit of `values[t]` on `regressors(t)`, by the normal equations: meant for a few regressors
 * of similar size. The regressors must be independent over the data, or the coefficients are not finite.
 */
export function regression(
  values: ArrayLike<number>,
  regressors: (t: number) => readonly number[],
): Regression {
  const data = Array.from(values);
  const rows = data.map((_, t) => regressors(t));
  const system = regressors(0).map((_, j) => [
    ...regressors(0).map((_, k) => sum(rows, (row) => row[j]! * row[k]!)),
    sum(rows, (row, t) => row[j]! * data[t]!),
  ]);
  const coefficients = solve(system);
  const at = (t: number) => sum(regressors(t), (regressor, j) => regressor * coefficients[j]!);
  return {coefficients, residuals: data.map((value, t) => value - at(t)), at};
}

/** The solution of linear equations, each a row with its right-hand side last, by Gauss and Jordan. */
function solve(equations: readonly (readonly number[])[]): number[] {
  const rows = equations.map((row) => [...row]);
  for (const column of rows.keys()) {
    const below = rows.slice(column).map((row) => Math.abs(row[column]!));
    const pivot = column + below.indexOf(Math.max(...below));
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]!;
    for (const row of rows) {
      if (row === lead) continue;
      const factor = row[column]! / lead[column]!;
      for (let k = column; k < row.length; k++) row[k]! -= factor * lead[k]!;
    }
  }
  return rows.map((row, j) => row.at(-1)! / row[j]!);
}
