/**
 * How far a database's schema is: the number of its last migration, against the last one in
 * `sql/migrations/`.
 */
import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {projectRoot} from "../environment.js";
import type {Connection} from "./connect.js";

export const migrationFolder: string = join(projectRoot, "sql/migrations");

/** Where the migrations' own book is kept. */
export const migrationTable = "schema_migrations";

/** The number of the last migration in a folder: `005.do.….sql` is 5. */
export function latestLevel(folder: string = migrationFolder): number {
  const numbers = readdirSync(folder).map((file) => /^(\d+)\.do\..*\.sql$/.exec(file)?.[1]);
  return Math.max(0, ...numbers.map(Number).filter(Number.isFinite));
}

/** The level of the connection's database, 0 where it was never migrated. */
export async function databaseLevel(connection: Connection): Promise<number> {
  const [tables] = await connection.query<RowDataPacket[]>(
    "select 1 from information_schema.tables where table_schema = database() and table_name = ?",
    [migrationTable],
  );
  if (tables.length === 0) return 0;
  const [rows] = await connection.query<RowDataPacket[]>(
    `select coalesce(max(version), 0) as level from ${migrationTable}`,
  );
  return Number(rows[0]!.level);
}

/** Throws when the database is not at the level of this checkout, with what to do about it. */
export async function assertLevel(connection: Connection): Promise<void> {
  const level = await databaseLevel(connection);
  const latest = latestLevel();
  if (level === latest) return;
  const detail = level === 0 ? "no schema" : `schema at level ${level}, needed is ${latest}`;
  const step = level < latest ? "run npm run db:migrate" : "use the code that migrated it";
  throw new Error(`${detail} (${step})`);
}
