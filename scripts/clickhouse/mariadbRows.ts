import type {RowDataPacket} from "mysql2/promise";
import {type Ask, askText, ClickhouseError} from "../../loaders/clickhouse/ask.js";
import {clickhouseType} from "../../loaders/clickhouse/types.js";
import {connect} from "../../loaders/mariadb/connect.js";
import {maybeLastClosedDay} from "../../loaders/mariadb/lastClosedDay.js";
import {assertLevel} from "../../loaders/mariadb/level.js";
import type {DatabaseSettings} from "../../loaders/mariadb/settings.js";
import type {Column} from "../../src/lib/bank/schema.js";
import {rowsWithin, valueWithin} from "./fence.js";
import type {SourceOfRows} from "./sourceOfRows.js";

/**
 * The tables of MariaDB, which ClickHouse reads itself, from `address` (`db.internal:3306`) or where this machine finds
 * it. Throws where MariaDB cannot be used or holds no bank.
 */
export async function openMariadbRows(
  settings: DatabaseSettings,
  ask: Ask,
  {address = `${settings.host}:${settings.port}`}: {address?: string} = {},
): Promise<SourceOfRows> {
  const {lastDay, parameters} = await lookAt(settings);
  const relation = (table: string) =>
    `mysql(${[address, settings.database, table, settings.user, settings.password].map(quoted).join(", ")})`;
  return {
    label: "from MariaDB",
    lastDay,
    parameters,
    async fill(table, into, fence) {
      const names = table.columns.map(({name}) => name);
      const values = table.columns.map((column) =>
        exact(column, valueWithin(table, column.name, fence, relation)),
      );
      const sql = `insert into ${into} (${names.join(", ")})
        select ${values.join(", ")} from ${relation(table.name)} where ${rowsWithin(table, fence)}`;
      try {
        await askText(ask, sql);
      } catch (error) {
        throw withoutSecret(error, settings);
      }
    },
    async close() {},
  };
}

async function lookAt(
  settings: DatabaseSettings,
): Promise<Pick<SourceOfRows, "lastDay" | "parameters">> {
  const connection = await connect(settings);
  try {
    await assertLevel(connection);
    const lastDay = await maybeLastClosedDay(connection);
    if (lastDay === null) throw new Error("the database holds no bank (run npm run db:load)");
    const [rows] = await connection.query<RowDataPacket[]>(
      "select name, value from bank_parameters order by position",
    );
    return {
      lastDay,
      parameters: rows.map(({name, value}) => [name, value] as const),
    };
  } finally {
    connection.destroy();
  }
}

/** A value in the column's own type. Doubles come from text a last digit off: a ratio has three decimals at most. */
function exact(column: Column, value: string): string {
  const type = clickhouseType(column);
  const rounded = column.type === "ratio" ? `round(${value}, 3)` : value;
  return `cast(${rounded} as ${type}) as ${column.name}`;
}

const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** ClickHouse shows no passwords of such sources; should a version do so, this does not. */
function withoutSecret(error: unknown, {password}: DatabaseSettings): unknown {
  if (!(error instanceof ClickhouseError) || password === "") return error;
  return new ClickhouseError(error.message.replaceAll(password, "…"), {code: error.code});
}
