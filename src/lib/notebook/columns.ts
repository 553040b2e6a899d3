/** A column of rows that a query gave. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Its type in the engine's words, such as `DECIMAL(18,2)`. */
  readonly type: string;
  /** Numbers, texts, dates, true or false; null where there is none. */
  readonly values: readonly Value[];
}

export type ColumnKind = "number" | "text" | "time" | "truth";
export type Value = number | string | boolean | Date | null;

/** A row of an answer, its values by column. */
export type Row = Readonly<Record<string, Value>>;

/** The rows of these numbers. */
export function rowsOf(columns: readonly Column[], rows: readonly number[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({name, values}) => [name, values[row]!])),
  );
}
