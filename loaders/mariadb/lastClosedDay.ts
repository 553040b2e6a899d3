import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "./connect.js";

/**
 * The last day that is read, null where the calendar is empty. One server shows all of its tables at one instant, and
 * then this is the last day of the calendar, as far as it has come. Nodes of Spider are each seen from their first
 * answer on, so of a transfer that is posted meanwhile one leg may be there and the other not: as soon as anything was
 * posted, the last day of the calendar counts as open there, and the day before is the last that is read.
 */
export async function maybeLastClosedDay(connection: Connection): Promise<string | null> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select max(day) as day from calendar
    where day < (select max(day) from calendar)
      or not exists (
        select 1 from information_schema.tables
        where table_schema = database() and table_name = 'transactions' and engine = 'SPIDER'
      )
      or not (exists (select 1 from posting_requests) or exists (select 1 from live_batches))`,
  );
  return rows[0]!.day;
}
