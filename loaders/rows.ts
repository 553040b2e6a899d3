/**
 * DuckDB's values as those of JavaScript and JSON. Days and instants become text, `2025-05-01` at midnight and
 * `2025-05-01T13:45:10Z` elsewhere; integers and decimals become numbers, and one that a number cannot hold
 * exactly is an error, as are NaN and infinities: no dataset should carry them.
 */

import {
  arrayFromListValue,
  DuckDBDateValue,
  type DuckDBDecimalValue,
  type DuckDBResult,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  objectFromStructValue,
  stringFromValue,
} from "@duckdb/node-api";
import {dayMs} from "../src/lib/day.js";

/** A value of a dataset; lists and structs only in JSON. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | readonly Cell[]
  | {readonly [key: string]: Cell};

export type Row = Readonly<Record<string, Cell>>;

type Converters = {readonly [type in DuckDBTypeId]?: DuckDBValueConverter<Cell>};

const converters: Converters = {
  [DuckDBTypeId.BOOLEAN]: (value) => value as boolean,
  [DuckDBTypeId.TINYINT]: numberOf,
  [DuckDBTypeId.SMALLINT]: numberOf,
  [DuckDBTypeId.INTEGER]: numberOf,
  [DuckDBTypeId.BIGINT]: numberOf,
  [DuckDBTypeId.HUGEINT]: numberOf,
  [DuckDBTypeId.UTINYINT]: numberOf,
  [DuckDBTypeId.USMALLINT]: numberOf,
  [DuckDBTypeId.UINTEGER]: numberOf,
  [DuckDBTypeId.UBIGINT]: numberOf,
  [DuckDBTypeId.UHUGEINT]: numberOf,
  [DuckDBTypeId.FLOAT]: numberOf,
  [DuckDBTypeId.DOUBLE]: numberOf,
  [DuckDBTypeId.DECIMAL]: decimalOf,
  [DuckDBTypeId.VARCHAR]: stringFromValue,
  [DuckDBTypeId.ENUM]: stringFromValue,
  [DuckDBTypeId.UUID]: stringFromValue,
  [DuckDBTypeId.DATE]: (value) => formatInstant(millisecondsOf(value)),
  [DuckDBTypeId.TIMESTAMP]: (value) => formatInstant(millisecondsOf(value)),
  [DuckDBTypeId.TIMESTAMP_TZ]: (value) => formatInstant(millisecondsOf(value)),
  [DuckDBTypeId.LIST]: arrayFromListValue,
  [DuckDBTypeId.STRUCT]: objectFromStructValue,
};

function converterWith(byType: Converters): DuckDBValueConverter<Cell> {
  return (value, type, converter) => {
    if (value === null) return null;
    const convert = byType[type.typeId];
    if (!convert) throw new Error(`no dataset can hold the type ${type} (cast it in the query)`);
    return convert(value, type, converter);
  };
}

/** Cells with decimals as numbers, for JSON. */
const cellConverter = converterWith(converters);

/** Cells with decimals as text with all their digits, `12.50`, for CSV. */
export const exactCellConverter = converterWith({
  ...converters,
  [DuckDBTypeId.DECIMAL]: stringFromValue,
});

/** The columns of a result, by position, one array of cells each; throws, naming the column, on a value that no cell can hold. */
export async function readColumns(
  result: DuckDBResult,
  converter: DuckDBValueConverter<Cell> = cellConverter,
): Promise<readonly (readonly Cell[])[]> {
  const chunks = await result.fetchAllChunks();
  return result
    .deduplicatedColumnNames()
    .map((name, at) =>
      naming(name, () => chunks.flatMap((chunk) => chunk.convertColumnValues(at, converter))),
    );
}

/** What `convert` gives; what it throws says which column it was. */
function naming<T>(column: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw new Error(`column ${column}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/** The rows of a result as objects, in order. */
export async function readRows(
  result: DuckDBResult,
  converter: DuckDBValueConverter<Cell> = cellConverter,
): Promise<Row[]> {
  return rowsOf(result.deduplicatedColumnNames(), await readColumns(result, converter));
}

/** The same, some 2,000 rows at a time. */
export async function* streamRows(result: DuckDBResult): AsyncGenerator<Row[]> {
  const names = result.deduplicatedColumnNames();
  for await (const chunk of result) {
    const columns = names.map((name, at) =>
      naming(name, () => chunk.convertColumnValues(at, cellConverter)),
    );
    yield rowsOf(names, columns);
  }
}

function rowsOf(names: readonly string[], columns: readonly (readonly Cell[])[]): Row[] {
  return Array.from({length: columns[0]?.length ?? 0}, (_, row) =>
    Object.fromEntries(names.map((name, column) => [name, columns[column]![row]!])),
  );
}

/** Milliseconds since 1970 of a DATE or TIMESTAMP; fractions of a millisecond are cut off. Exact until the year 2255. */
function millisecondsOf(value: DuckDBValue): number {
  if (value instanceof DuckDBDateValue) return value.days * dayMs;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return Math.trunc(Number(value.micros) / 1000);
  }
  throw new Error(`not a day or an instant: ${value}`);
}

/** `2025-05-01` for a midnight, `2025-05-01T13:45:10Z` for another instant, with milliseconds if it has any. */
export function formatInstant(milliseconds: number): string {
  const day = Math.floor(milliseconds / dayMs);
  const rest = milliseconds - day * dayMs;
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * dayMs).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  if (rest === 0) return text;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${digits[Math.floor(minutes / 60)]}:${digits[minutes % 60]}:${digits[seconds % 60]}`;
  const fraction = rest % 1000 === 0 ? "" : `.${String(rest % 1000).padStart(3, "0")}`;
  return `${text}T${clock}${fraction}Z`;
}

/** The days that were written so far: there are few, and to write one takes most of the time of an instant. */
const dayTexts = new Map<number, string>();

const digits = Array.from({length: 60}, (_, number) => String(number).padStart(2, "0"));

function numberOf(value: DuckDBValue): number {
  if (typeof value === "bigint") return safeNumber(value, value);
  if (Number.isFinite(value)) return value as number;
  throw new Error(`not a finite number: ${value} (guard the division with nullif)`);
}

function decimalOf(value: DuckDBValue): number {
  const decimal = value as DuckDBDecimalValue;
  return safeNumber(decimal.value, decimal) / 10 ** decimal.scale;
}

function safeNumber(digits: bigint, value: DuckDBValue): number {
  const number = Number(digits);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`number too large: ${value} (at most 2^53, digits after the point included)`);
}
