import type {FieldPacket, RowDataPacket} from "mysql2/promise";
import type {Cell, Row} from "../rows.js";
import type {Connection} from "./connect.js";

/** MariaDB's column types, as its protocol numbers them, that need a conversion. */
const tiny = 1;
const longlong = 8;
const timestamp = 7;
const datetime = 12;
const newdecimal = 246;

/** A server that has said nothing for so long will not answer any more. */
const longestMs = 300_000;

/**
 * The rows of a SELECT in the form that both sources give them: numbers for integers and decimals,
 * `2025-05-01` for a day or midnight, `2025-05-01T13:45:10Z` for another instant, booleans. Throws on a
 * number that has more digits than a number can hold.
 */
export async function queryRows(connection: Connection, sql: string): Promise<Row[]> {
  const [rows, fields] = await connection.query<RowDataPacket[][]>({
    sql,
    rowsAsArray: true,
    timeout: longestMs,
  });
  const convert = fields.map(cellOf);
  return rows.map((row) =>
    Object.fromEntries(fields.map(({name}, i) => [name, convert[i]!(row[i])])),
  );
}

function cellOf({columnType, columnLength}: FieldPacket): (value: unknown) => Cell {
  const orNull = (convert: (value: unknown) => Cell) => (value: unknown) =>
    value === null ? null : convert(value);
  switch (columnType) {
    case tiny:
      return orNull((value) => (columnLength === 1 ? value === 1 : (value as number)));
    case longlong:
    case newdecimal:
      return orNull(exactNumber);
    case datetime:
    case timestamp:
      return orNull((value) => {
        const text = String(value).replace(/\.0+$/, "");
        return text.endsWith(" 00:00:00") ? text.slice(0, 10) : `${text.replace(" ", "T")}Z`;
      });
    default:
      return (value) => value as Cell;
  }
}

function exactNumber(value: unknown): number {
  const digits = Number(String(value).replace(".", ""));
  if (!Number.isSafeInteger(digits)) {
    throw new Error(`number too large: ${value} (at most 2^53, digits after the point included)`);
  }
  return Number(value);
}
