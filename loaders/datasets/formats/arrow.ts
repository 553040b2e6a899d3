/**
 * A result as an Arrow IPC stream, built from whole columns. Four kinds of column reach the browser:
 *
 * | DuckDB | Arrow |
 * |---|---|
 * | BOOLEAN | Bool |
 * | integers up to 32 bits, signed | Int32 |
 * | all other numbers, DECIMAL and BIGINT included | Float64, for JavaScript has no other number |
 * | DATE, TIMESTAMP | Timestamp in milliseconds |
 * | VARCHAR, ENUM, UUID | Utf8 |
 */
import {type DuckDBResult, type DuckDBType, DuckDBTypeId} from "@duckdb/node-api";
import {
  Bool,
  type Data,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
} from "apache-arrow";
import {type Cell, readColumns} from "../../rows.js";

/** The bytes of the stream, one record batch. Throws on a column of any other type, with its name. */
export async function formatArrow(
  result: DuckDBResult,
): Promise<{bytes: Uint8Array; rowCount: number}> {
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  const columns = await readColumns(result);
  const rowCount = columns[0]?.length ?? 0;
  const children = columns.map((cells, i) => columnData(cells, types[i]!, names[i]!));
  const fields = children.map((child, i) => new Field(names[i]!, child.type, true));
  const schema = new Schema(fields);
  const batch = new RecordBatch(
    schema,
    makeData({type: new Struct(fields), length: rowCount, nullCount: 0, children}),
  );
  return {bytes: tableToIPC(new Table(schema, batch), "stream"), rowCount};
}

function columnData(cells: readonly Cell[], type: DuckDBType, name: string): Data {
  const length = cells.length;
  const {nullBitmap, nullCount} = nullsOf(cells);
  const common = {length, nullCount, nullBitmap};
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return makeData({...common, type: new Bool(), data: bitsOf(cells, (cell) => cell === true)});
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
      return makeData({...common, type: new Int32(), data: Int32Array.from(cells, Number)});
    case DuckDBTypeId.DATE:
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return makeData({
        ...common,
        type: new TimestampMillisecond(),
        data: BigInt64Array.from(cells, (cell) =>
          BigInt(cell === null ? 0 : Date.parse(`${cell}`)),
        ),
      });
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.ENUM:
    case DuckDBTypeId.UUID:
      return makeData({...common, type: new Utf8(), ...textOf(cells)});
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.STRUCT:
      throw new Error(`column ${name}: arrow files here hold no ${type} (name it .json.sql)`);
    default:
      return makeData({...common, type: new Float64(), data: Float64Array.from(cells, Number)});
  }
}

function nullsOf(cells: readonly Cell[]): {nullBitmap: Uint8Array | null; nullCount: number} {
  const nullCount = cells.reduce((count: number, cell) => count + (cell === null ? 1 : 0), 0);
  return {nullBitmap: nullCount > 0 ? bitsOf(cells, (cell) => cell !== null) : null, nullCount};
}

/** One bit a cell, the least significant first, padded to eight bytes as Arrow wants it. */
function bitsOf(cells: readonly Cell[], isSet: (cell: Cell) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(cells.length / 64) * 8);
  cells.forEach((cell, i) => {
    if (isSet(cell)) bits[i >> 3]! |= 1 << (i & 7);
  });
  return bits;
}

function textOf(cells: readonly Cell[]): {valueOffsets: Int32Array; data: Uint8Array} {
  const encoder = new TextEncoder();
  const parts = cells.map((cell) => encoder.encode(cell === null ? "" : String(cell)));
  const valueOffsets = new Int32Array(cells.length + 1);
  parts.forEach((part, i) => {
    valueOffsets[i + 1] = valueOffsets[i]! + part.length;
  });
  const data = new Uint8Array(valueOffsets[cells.length]!);
  parts.forEach((part, i) => {
    data.set(part, valueOffsets[i]!);
  });
  return {valueOffsets, data};
}
