/**
 * Lines of JSON as CSV with the type of each column: DuckDB reads JSON only with an extension, which is not fetched.
 * What is nested stays JSON, as text.
 */
export interface TypedCsv {
  readonly csv: string;
  /** Names and types in the engine's words. */
  readonly columns: readonly {readonly name: string; readonly type: ColumnType}[];
}

type ColumnType = "BIGINT" | "DOUBLE" | "BOOLEAN" | "DATE" | "TIMESTAMP" | "VARCHAR";
type JsonRow = Readonly<Record<string, unknown>>;

/** A row for each line with an object. Throws, naming file and line, on what is none. */
export function jsonLinesCsv(text: string, file: string): TypedCsv {
  const types = new Map<string, ColumnType | undefined>();
  const rows: JsonRow[] = [];
  text.split("\n").forEach((line, at) => {
    if (line.trim() === "") return;
    const row = parsedRow(line, `${file} line ${at + 1}`);
    for (const [name, value] of Object.entries(row))
      types.set(name, commonType(types.get(name), typeOf(value)));
    rows.push(row);
  });
  if (rows.length === 0) throw new Error(`empty file: ${file} (drop one with rows)`);
  const columns = [...types].map(([name, type = "VARCHAR"]) => ({name, type}));
  if (columns.length === 0) throw new Error(`no columns: ${file} (its objects are all empty)`);
  const lines = rows.map((row) => columns.map(({name}) => csvValue(row[name])).join(","));
  return {csv: `${lines.join("\n")}\n`, columns};
}

function parsedRow(line: string, place: string): JsonRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(
      `${place}: no JSON (each line is to be one object, such as {"city": "Rome", "amount": 12.5})`,
      {cause: error},
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(
      `${place}: no object: ${line.trim().slice(0, 40)} (write one object a line, without a list around them)`,
    );
  return value as JsonRow;
}

function typeOf(value: unknown): ColumnType | undefined {
  if (value === null) return undefined;
  if (typeof value === "boolean") return "BOOLEAN";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "BIGINT" : "DOUBLE";
  if (typeof value !== "string") return "VARCHAR";
  if (/^\d{4}-\d\d-\d\d$/.test(value) && isDay(value)) return "DATE";
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?$/.test(value) && isDay(value.slice(0, 10))
    ? "TIMESTAMP"
    : "VARCHAR";
}

/** Not the 31st of February. */
const isDay = (text: string) =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The type that holds both; a text holds all. */
function commonType(a: ColumnType | undefined, b: ColumnType | undefined): ColumnType | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const both = new Set([a, b]);
  if (both.has("BIGINT") && both.has("DOUBLE")) return "DOUBLE";
  return both.has("DATE") && both.has("TIMESTAMP") ? "TIMESTAMP" : "VARCHAR";
}

/** What is missing is empty; an empty text has its quotes. */
function csvValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return typeof value === "string" || /[",\n\r]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
