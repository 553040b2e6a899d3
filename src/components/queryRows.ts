/** At most so many rows are turned into objects; a browser does not want more of them. */
export const mostRows = 10_000;

/** What is asked of an Arrow table; Arrow itself need not be loaded for it. */
interface MaybeArrow {
  readonly schema?: {
    readonly fields: readonly {readonly name: string; readonly type: {readonly typeId: number}}[];
  };
}

/** Arrow's numbers for Date and Timestamp. */
const temporalTypes: readonly number[] = [8, 10];

/**
 * The rows of a ```sql cell (an Arrow table, or an array) as plain objects, the first 10,000 at most. Days and
 * instants, which the rows of an Arrow table hold as milliseconds, are dates. `columns` has the names in the query's
 * order.
 */
export function queryRows<Row extends object = Record<string, unknown>>(
  result: Iterable<object>,
): Row[] {
  const {schema} = result as MaybeArrow;
  const dates = (schema?.fields ?? [])
    .filter(({type}) => temporalTypes.includes(type.typeId))
    .map(({name}) => name);
  const rows: Row[] = [];
  if (schema) Object.defineProperty(rows, "columns", {value: schema.fields.map(({name}) => name)});
  for (const row of result) {
    if (rows.length === mostRows) break;
    rows.push(withDates(plain(row), dates) as Row);
  }
  return rows;
}

function plain(row: object): object {
  return "toJSON" in row && typeof row.toJSON === "function" ? row.toJSON() : row;
}

function withDates(row: object, names: readonly string[]): object {
  const values: Record<string, unknown> = {...row};
  for (const name of names) {
    const value = values[name];
    if (typeof value === "number") values[name] = new Date(value);
  }
  return values;
}
