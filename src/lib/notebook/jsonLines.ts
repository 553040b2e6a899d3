/**
 * Lines of JSON as CSV with the type of each column: DuckDB reads JSON only with an extension, which is not fetched.
 * What is nested stays JSON, as text. Whole numbers keep their digits, and become text where 64 bits do not hold them.
 */
import {isDay} from "../day.js";
import {exactRow} from "./exactJson.js";

export interface TypedCsv {
  readonly csv: string;
  /** Names and types in the engine's words. */
  readonly columns: readonly {readonly name: string; readonly type: ColumnType}[];
}

type ColumnType = "BIGINT" | "DOUBLE" | "BOOLEAN" | "DATE" | "TIMESTAMP" | "VARCHAR";
/** What a column may hold; whole numbers that DOUBLE would round are kept apart until all values are known. */
type ValueType = ColumnType | "LONG";
type JsonRow = Readonly<Record<string, unknown>>;

/** A row for each line with an object. Throws, naming file and line, on what is none. */
export function jsonLinesCsv(text: string, file: string): TypedCsv {
  const types = new Map<string, ValueType | undefined>();
  const rows: JsonRow[] = [];
  text.split("\n").forEach((line, at) => {
    if (line.trim() === "") return;
    const row = parsedRow(line, `${file} line ${at + 1}`);
    for (const [name, value] of Object.entries(row))
      types.set(name, commonType(types.get(name), typeOf(value)));
    rows.push(row);
  });
  if (rows.length === 0) throw new Error(`empty file: ${file} (drop one with rows)`);
  const columns = Array.from(types, ([name, type = "VARCHAR"]) => ({
    name,
    type: type === "LONG" ? ("BIGINT" as const) : type,
  }));
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
  return exactRow(line, value as JsonRow);
}

function typeOf(value: unknown): ValueType | undefined {
  if (value === null) return undefined;
  if (typeof value === "boolean") return "BOOLEAN";
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value ? "LONG" : "VARCHAR";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "BIGINT" : "DOUBLE";
  if (typeof value !== "string") return "VARCHAR";
  const [, day, second] = written.exec(value) ?? [];
  // the engine writes the year 0 otherwise
  if (day === undefined || !isDay(day) || day.startsWith("0000")) return "VARCHAR";
  return second === undefined ? "DATE" : "TIMESTAMP";
}

/** A day, and a time of day that the engine knows, to its microsecond. */
const written = /^(\d{4}-\d\d-\d\d)([T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?)?$/;

/** The type that holds both; a text holds all. */
function commonType(a: ValueType | undefined, b: ValueType | undefined): ValueType | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const both = new Set([a, b]);
  if (both.has("BIGINT") && both.has("DOUBLE")) return "DOUBLE";
  if (both.has("BIGINT") && both.has("LONG")) return "LONG";
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
