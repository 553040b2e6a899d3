/** At most so many rows are turned into objects; a browser does not want more of them. */
export const mostRows = 10_000;

/** The rows of a ```sql cell (an Arrow table, or an array) as plain objects, the first 10,000 at most. */
export function queryRows<Row extends object = Record<string, unknown>>(
  result: Iterable<object>,
): Row[] {
  const rows: Row[] = [];
  for (const row of result) {
    if (rows.length === mostRows) break;
    rows.push(("toJSON" in row && typeof row.toJSON === "function" ? row.toJSON() : row) as Row);
  }
  return rows;
}
