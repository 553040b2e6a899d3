/**
 * A part of many rows for a picture of them: at most so many, at even distances, in their order. The same rows give the
 * same part; what is said of all is computed before.
 */
export function evenly<Row>(rows: readonly Row[], most: number): Row[] {
  if (rows.length <= most) return [...rows];
  return Array.from({length: most}, (_, at) => rows[Math.floor((at * rows.length) / most)]!);
}
