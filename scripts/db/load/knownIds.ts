import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import type {Column, Table} from "../../../src/lib/bank/schema.js";
import {LargeSet, NumberSet} from "../../csv/idSets.js";
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
      (column.type === "serial"
        ? await numbersIn(parent, name, connection)
        : await readIds(parent, name, connection, new LargeSet<string>()));
    read.set(place, ids);
    known.set(column, ids);
  }
  return known;
}

/**
 * Numbers given out in sequence have no gaps as a rule, but that between files and posting services: then the ends of
 * those with as many digits say it all.
 */
async function numbersIn(table: string, column: string, connection: Connection): Promise<KnownIds> {
  const [runs] = await connection.query<RowDataPacket[]>(
    `select min(${column}) as low, max(${column}) as high, count(*) as row_count
    from ${table} force index (primary) group by length(${column})`,
  );
  const isWithoutGap = runs.every(({low, high, row_count}) => high - low + 1 === row_count);
  if (!isWithoutGap) return readIds(table, column, connection, new NumberSet());
  return {
    has: (text) => runs.some(({low, high}) => Number(text) >= low && Number(text) <= high),
  };
}

/** Ids asked for at once. */
const idsAtOnce = 100_000;

/**
 * Adds each id of a column to a set. They are primary keys, and read along them: numbers then come in sequence, and it is
 * fast also for rows that this transaction has just brought in. By parts and not as mysql2's stream, which never ends
 * where the server does.
 */
async function readIds(
  table: string,
  column: string,
  connection: Connection,
  ids: KnownIds & {add(id: string): void},
): Promise<KnownIds> {
  let last: string | number | undefined;
  for (let count = idsAtOnce; count === idsAtOnce; ) {
    const after = last === undefined ? "" : `where ${column} > ?`;
    const [rows] = await connection.query<RowDataPacket[]>(
      `select ${column} as id from ${table} force index (primary) ${after}
      order by ${column} limit ${idsAtOnce}`,
      [last],
    );
    for (const {id} of rows) ids.add(String(id));
    last = rows.at(-1)?.id;
    count = rows.length;
  }
  return ids;
}
