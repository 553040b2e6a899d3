import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import type {Column, Table} from "../../../src/lib/bank/schema.js";
import type {KnownIds} from "../../csv/rowCheck.js";

/**
 * The ids that each reference of a table may take: those in the database, as this transaction sees it, so
 * that the parents loaded a moment ago count.
 */
export async function knownIdsOf(
  table: Table,
  connection: Connection,
): Promise<Map<Column, KnownIds>> {
  const known = new Map<Column, KnownIds>();
  const read = new Map<string, KnownIds>();
  for (const column of table.columns) {
    if (!column.references) continue;
    const {table: parent, column: name} = column.references;
    const place = `${parent}.${name}`;
    const ids =
      read.get(place) ??
      (column.type === "integer"
        ? await numbersIn(parent, name, connection)
        : await textsIn(parent, name, connection));
    read.set(place, ids);
    known.set(column, ids);
  }
  return known;
}

async function textsIn(table: string, column: string, connection: Connection): Promise<KnownIds> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: `select ${column} from ${table}`,
    rowsAsArray: true,
  });
  return new Set(rows.map(([id]) => String(id)));
}

/**
 * Numbers given out in sequence have no gaps as a rule: then their ends say it all. They are primary keys, and
 * read along them, which is fast also for rows that this transaction has just brought in.
 */
async function numbersIn(table: string, column: string, connection: Connection): Promise<KnownIds> {
  const [ends] = await connection.query<RowDataPacket[]>(
    `select min(${column}) as low, max(${column}) as high, count(*) as row_count
    from ${table} force index (primary)`,
  );
  const {low, high, row_count} = ends[0]!;
  if (row_count === 0) return new Set();
  if (Number(high) - Number(low) + 1 === Number(row_count)) {
    return {has: (text) => Number(text) >= Number(low) && Number(text) <= Number(high)};
  }
  return textsIn(table, column, connection);
}
