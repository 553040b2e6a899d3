/** The commands that write into MariaDB. */
import {createHash} from "node:crypto";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import type {Environment} from "../../../loaders/environment.js";
import {connect, deadlineIn} from "../../../loaders/mariadb/connect.js";
import {migrationTable} from "../../../loaders/mariadb/level.js";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {migrate} from "../../db/migrate.js";
import {connectTo, type ThrowAwayServer} from "../../db/throwAwayServer.js";
import {bankChecksum} from "./bankChecksum.js";
import {bankOptions} from "./project.js";
import type {Subject} from "./subject.js";

export async function databaseSubjects(server: ThrowAwayServer): Promise<Subject[]> {
  return [await migrating(server), await loading(server)];
}

async function migrating(server: ThrowAwayServer): Promise<Subject> {
  const env = await server.createDatabase();
  return {
    name: "db:migrate",
    share: 30,
    args: () => ["scripts/db-migrate.ts"],
    parts: {},
    env: given(env),
    isOneWay: true,
    isStepwise: true,
    prepare: () => recreate(env),
    look: async () => new Map([["schema", await schemaHash(env)]]),
    disturbances: [
      "killed at a moment",
      "killed at a moment",
      "few files",
      "little memory",
      "twice at once",
    ],
  };
}

async function loading(server: ThrowAwayServer): Promise<Subject> {
  const env = await server.createDatabase();
  return {
    name: "db:load",
    share: 50,
    args: (state) => ["scripts/db-load.ts", "--prune", "--from", `banks/${state}`],
    parts: {whole: ["banks"]},
    env: given(env),
    async setUp(sandbox) {
      await migrate(requiredDatabaseSettings(env));
      for (const state of [0, 1] as const)
        await sandbox.run([
          "scripts/seed.ts",
          ...bankOptions(state),
          "--out",
          join("banks", `${state}`),
        ]);
    },
    // a load is one transaction: all tables of before, or all of after
    look: async () => new Map([["the bank", await bankChecksum(env)]]),
    beside: [["scripts/db-migrate.ts"]],
    disturbances: [
      "killed at a moment",
      "killed at a moment",
      "read-only",
      "few files",
      "little memory",
      "twice at once",
      "beside another",
    ],
  };
}

/** A setting that is there. */
function given(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

async function recreate(env: Environment): Promise<void> {
  const connection = await connect(requiredDatabaseSettings(env), deadlineIn(10), {
    withoutDatabase: true,
  });
  try {
    await connection.query("drop database if exists ??", [env.DB_NAME]);
    await connection.query("create database ?? default character set utf8mb4", [env.DB_NAME]);
  } finally {
    connection.destroy();
  }
}

/** A hash of all that the migrations make, and of what they have noted. */
async function schemaHash(env: Environment): Promise<string> {
  const connection = await connectTo(env);
  try {
    const of = async (sql: string) => (await connection.query<RowDataPacket[]>(sql))[0];
    const made = [
      await of(`select table_name, column_name, ordinal_position, column_type, is_nullable, column_default, extra
        from information_schema.columns where table_schema = database()
        order by table_name, ordinal_position`),
      await of(`select table_name, index_name, seq_in_index, column_name
        from information_schema.statistics where table_schema = database()
        order by table_name, index_name, seq_in_index`),
      await of(`select table_name, constraint_name, constraint_type
        from information_schema.table_constraints where table_schema = database()
        order by table_name, constraint_name`),
      await of(`select routine_name, routine_definition from information_schema.routines
        where routine_schema = database() order by routine_name`),
    ];
    const isNoted = made[0]!.some(({table_name}) => table_name === migrationTable);
    const noted = isNoted
      ? await of(`select version, name, md5 from ${migrationTable} order by version`)
      : [];
    return createHash("sha256")
      .update(JSON.stringify([made, noted]))
      .digest("hex");
  } finally {
    connection.destroy();
  }
}
