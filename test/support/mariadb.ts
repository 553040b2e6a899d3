/**
 * MariaDB for tests, on real connections (`scripts/db/throwAwayServer.ts`). Where there is no server to be
 * had, tests are skipped and say why; in CI that is a failure.
 */
import {writeSync} from "node:fs";
import type {RowDataPacket} from "mysql2/promise";
import {describe, expect, it, onTestFinished} from "vitest";
import {type Environment, environment} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {migrate} from "../../scripts/db/migrate.js";
import {
  connectTo,
  findServer,
  startServer,
  type ThrowAwayServer,
} from "../../scripts/db/throwAwayServer.js";

export {connectTo};

export type MariadbServer = ThrowAwayServer;

const kind = findServer();

/** True where a server can be killed and started again. */
export const canKillMariadb: boolean = kind === "binary" || kind === "docker";

/** A group of tests that need MariaDB. */
export function describeMariadb(title: string, body: () => void): void {
  if (kind !== undefined) {
    describe(title, body);
    return;
  }
  const reason = "no mariadbd, no TEST_DB_HOST and no Docker (install mariadb-server to run these)";
  if (environment.CI) {
    describe(title, () => {
      it("has a MariaDB server in CI", () => expect.fail(reason));
    });
    return;
  }
  writeSync(2, `skipped: ${title}: ${reason}\n`);
  describe.skip(title, body);
}

/** A new database of a server, with the tables of this code. */
export async function newBank(server: MariadbServer): Promise<Environment> {
  const env = await server.createDatabase();
  await migrate(requiredDatabaseSettings(env));
  return env;
}

interface Table {
  readonly name: string;
  readonly isCounted: boolean;
  /** What a migration has put in. */
  readonly rows: readonly RowDataPacket[];
}

interface Bank {
  readonly env: Environment;
  readonly tables: readonly Table[];
}

const idle = new WeakMap<MariadbServer, Bank[]>();

/**
 * A database as `newBank` makes it, for one test. Making one takes a second, emptying it a hundredth of that, so it
 * is emptied when the test has ended, for the next one.
 */
export async function emptyBank(server: MariadbServer): Promise<Environment> {
  const waiting = idle.get(server) ?? [];
  idle.set(server, waiting);
  const bank = waiting.pop() ?? (await remembered(await newBank(server)));
  onTestFinished(async () => {
    await restore(bank);
    waiting.push(bank);
  });
  return bank.env;
}

async function remembered(env: Environment): Promise<Bank> {
  const connection = await connectTo(env);
  const [tables] = await connection.query<RowDataPacket[]>(
    `select table_name as name, auto_increment is not null as is_counted
    from information_schema.tables where table_schema = database()`,
  );
  const list: Table[] = [];
  for (const {name, is_counted} of tables) {
    const [rows] = await connection.query<RowDataPacket[]>("select * from ??", [name]);
    list.push({name, isCounted: is_counted === 1, rows});
  }
  await connection.end();
  return {env, tables: list};
}

async function restore({env, tables}: Bank): Promise<void> {
  const connection = await connectTo(env);
  await connection.query("set foreign_key_checks = 0");
  for (const {name, isCounted, rows} of tables) {
    await connection.query("delete from ??", [name]);
    if (isCounted) await connection.query("alter table ?? auto_increment = 1", [name]);
    for (const row of rows) await connection.query("insert into ?? set ?", [name, row]);
  }
  await connection.end();
}

/**
 * Starts a server, or connects to the given one. `options` are further arguments of mariadbd: by default, what is
 * committed need not outlive a power cut.
 */
export async function startMariadb(
  options: readonly string[] = ["--innodb-flush-log-at-trx-commit=2"],
): Promise<MariadbServer> {
  if (kind === undefined) throw new Error("no MariaDB server");
  return startServer(kind, options);
}
