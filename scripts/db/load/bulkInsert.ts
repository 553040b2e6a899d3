/**
 * Rows that have passed every check, into a table of the database: by LOAD DATA LOCAL where the server
 * allows it, streamed while the file is still being read and checked, else by INSERTs of a thousand rows.
 * What is sent needs no guessing at the other end: tabs, `\N` for null, 0 and 1 for false and true.
 */
import {Readable} from "node:stream";
import type {ResultSetHeader, RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import type {Table} from "../../../src/lib/bank/schema.js";

export type Rows = AsyncIterable<readonly (readonly string[])[]>;

/** How rows get in; `inserts` where the server refuses LOCAL INFILE. */
export type BulkWay = "infile" | "inserts";

export async function bulkWay(connection: Connection): Promise<BulkWay> {
  const [rows] = await connection.query<RowDataPacket[]>("select @@local_infile as is_on");
  return Number(rows[0]!.is_on) === 1 ? "infile" : "inserts";
}

/**
 * Puts the rows into `target`, which has the columns of `table`. Throws on any warning of the server: a
 * checked row must go in as it is.
 */
export async function bulkInsert(
  connection: Connection,
  way: BulkWay,
  table: Table,
  target: string,
  rows: Rows,
): Promise<void> {
  if (way === "infile") await loadInfile(connection, table, target, rows);
  else await insertRows(connection, table, target, rows);
}

async function loadInfile(
  connection: Connection,
  table: Table,
  target: string,
  rows: Rows,
): Promise<void> {
  const columns = table.columns.map(({name}) => name).join(", ");
  let failure: unknown;
  const lines = Readable.from(
    (async function* () {
      try {
        for await (const block of rows) yield Buffer.from(linesOf(block, table));
      } catch (error) {
        failure = error;
      }
    })(),
    {objectMode: true, highWaterMark: 2},
  );
  const [result] = await connection.query<ResultSetHeader>({
    sql: `load data local infile 'rows' into table ${target} character set utf8mb4
      fields terminated by '\\t' escaped by '\\\\' lines terminated by '\\n' (${columns})`,
    infileStreamFactory: () => lines,
  });
  if (failure !== undefined) throw failure;
  if (result.warningStatus > 0) await throwWarning(connection, table);
}

async function insertRows(
  connection: Connection,
  table: Table,
  target: string,
  rows: Rows,
): Promise<void> {
  const isBoolean = table.columns.map(({type}) => type === "boolean");
  const columns = table.columns.map(({name}) => name).join(", ");
  const value = (text: string, i: number) => {
    if (text === "") return null;
    return isBoolean[i] ? text === "true" : text;
  };
  for await (const block of rows) {
    for (let start = 0; start < block.length; start += 1000) {
      const values = block.slice(start, start + 1000).map((fields) => fields.map(value));
      const [result] = await connection.query<ResultSetHeader>(
        `insert into ${target} (${columns}) values ?`,
        [values],
      );
      if (result.warningStatus > 0) await throwWarning(connection, table);
    }
  }
}

async function throwWarning(connection: Connection, table: Table): Promise<never> {
  const [[warning]] = await connection.query<RowDataPacket[]>("show warnings limit 1");
  const column = /column [`'\w.]*?(\w+)[`']?(?= at row|$)/.exec(String(warning?.Message))?.[1];
  const where = column === undefined ? "" : ` in ${column}`;
  // the message may hold the value, which is nobody's who reads the book of loads
  throw new Error(`MariaDB changed a row of ${table.name}.csv${where} (warning ${warning?.Code})`);
}

/** The rows as LOAD DATA wants them. */
function linesOf(block: readonly (readonly string[])[], {columns}: Table): string {
  const kinds = columns.map(({type}) => {
    if (type === "boolean") return "boolean";
    return type === "text" || type === "id" ? "text" : "plain";
  });
  let text = "";
  for (const fields of block) {
    for (let i = 0; i < fields.length; i++) {
      if (i > 0) text += "\t";
      const field = fields[i]!;
      if (field === "") text += "\\N";
      else if (kinds[i] === "plain") text += field;
      else if (kinds[i] === "boolean") text += field === "true" ? "1" : "0";
      else text += special.test(field) ? field.replace(specials, escaped) : field;
    }
    text += "\n";
  }
  return text;
}

const special = /[\\\t\n]/;
const specials = /[\\\t\n]/g;

function escaped(character: string): string {
  if (character === "\t") return "\\t";
  return character === "\n" ? "\\n" : "\\\\";
}
