/**
 * Applies `sql/migrations/` in order, once each. Postgrator does the bookkeeping: a table with the number
 * and the checksum of what was applied, and a refusal when an applied file has changed since.
 */
import {basename} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import Postgrator from "postgrator";
import {type Connection, connect, deadlineIn} from "../../loaders/mariadb/connect.js";
import {
  databaseLevel,
  latestLevel,
  migrationFolder,
  migrationTable,
} from "../../loaders/mariadb/level.js";
import {type DatabaseSettings, describeDatabase} from "../../loaders/mariadb/settings.js";
import {DatabaseUnavailable} from "../../loaders/mariadb/unavailable.js";

export interface Migrated {
  /** The level before and after. */
  readonly from: number;
  readonly to: number;
  /** The files applied, in order. */
  readonly applied: readonly string[];
}

/**
 * Brings the database to a level, by default the last. A missing database is made where the account may do
 * so. Throws when an applied migration was edited since, when the database is ahead of these files, and on
 * any error in a migration, which then can be run again.
 */
export async function migrate(
  settings: DatabaseSettings,
  {to, folder = migrationFolder}: {to?: number; folder?: string} = {},
): Promise<Migrated> {
  const connection = await connectToMade(settings);
  try {
    await takeTurn(connection);
    const from = await databaseLevel(connection);
    const target = to ?? latestLevel(folder);
    if (from > target) {
      throw new Error(
        `${describeDatabase(settings)} is at level ${from}, these files end at ${target} (use the code that migrated it)`,
      );
    }
    const applied = await applyUpTo(target, connection, settings, folder);
    return {from, to: target, applied};
  } finally {
    await connection.end();
  }
}

async function applyUpTo(
  target: number,
  connection: Connection,
  settings: DatabaseSettings,
  folder: string,
): Promise<string[]> {
  const postgrator = new Postgrator({
    driver: "mysql",
    database: settings.database,
    schemaTable: migrationTable,
    migrationPattern: `${folder}/*.do.*.sql`,
    newline: "LF",
    execQuery: async (sql) => ({rows: (await connection.query<RowDataPacket[]>(sql))[0]}),
    execSqlScript: async (sql) => void (await connection.query(sql)),
  });
  let current = "";
  postgrator.on("validation-started", ({filename}) => {
    current = basename(filename);
  });
  postgrator.on("migration-started", ({filename}) => {
    current = basename(filename);
  });
  try {
    const migrations = await postgrator.migrate(String(target));
    return migrations.map(({filename}) => basename(filename));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.startsWith("MD5 checksum failed")) {
      throw new Error(
        `${current} was changed after it was applied (write a new migration instead)`,
      );
    }
    throw new Error(`migration ${current} failed: ${reason}`, {cause: error});
  }
}

/** A connection to the database, which is made if it is missing. */
async function connectToMade(settings: DatabaseSettings): Promise<Connection> {
  const options = {multipleStatements: true};
  try {
    return await connect(settings, deadlineIn(10), options);
  } catch (error) {
    if (!isMissingDatabase(error)) throw error;
  }
  const server = await connect(settings, deadlineIn(10), {withoutDatabase: true});
  await server.query("create database if not exists ?? default character set utf8mb4", [
    settings.database,
  ]);
  await server.end();
  return connect(settings, deadlineIn(10), options);
}

function isMissingDatabase(error: unknown): boolean {
  if (!(error instanceof DatabaseUnavailable)) return false;
  return (error.cause as {code?: string} | undefined)?.code === "ER_BAD_DB_ERROR";
}

/** One migration at a time: a second one waits, for half a minute at most. */
async function takeTurn(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "select get_lock(concat(database(), '.migrate'), 30) as is_mine",
  );
  if (Number(rows[0]!.is_mine) !== 1) throw new Error("another migration is running");
}
