/** What all instruments without a bar of their own are called together. */
export const othersName = "Others";

/**
 * At most so many rows: the largest keep their places, and all others become one row at the end. None is left over for a
 * single one, which would only lose its name.
 */
export function withOthers<Row>(
  rows: readonly Row[],
  {
    most,
    sizeOf,
    addUp,
  }: {
    most: number;
    sizeOf: (row: Row) => number;
    addUp: (symbol: string, rows: readonly Row[]) => Row;
  },
): Row[] {
  if (rows.length <= most) return [...rows];
  const largest = new Set(rows.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most - 1));
  return [
    ...rows.filter((row) => largest.has(row)),
    addUp(
      othersName,
      rows.filter((row) => !largest.has(row)),
    ),
  ];
}
