import {cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, beforeAll, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {databaseLevel, latestLevel, migrationFolder} from "../../loaders/mariadb/level.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {migrate} from "../../scripts/db/migrate.js";
import {smokeReport} from "../../scripts/db/smoke.js";
import {type Column, type ColumnType, tables} from "../../src/lib/bank/schema.js";
import {connectTo, describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";
import {schemaText} from "../support/schemaText.js";

const latest = latestLevel();

describeMariadb("migrations", () => {
  let server: MariadbServer;
  let folder: string;
  beforeAll(async () => {
    server = await startMariadb();
    folder = mkdtempSync(join(tmpdir(), "countinghouse-migrations-"));
    cpSync(migrationFolder, folder, {recursive: true});
  });
  afterAll(async () => {
    rmSync(folder, {recursive: true});
    await server.stop();
  });

  async function newSettings() {
    return requiredDatabaseSettings(await server.createDatabase());
  }

  it("from nothing give exactly sql/schema.sql", async () => {
    const env = await server.createDatabase();
    const {from, to, applied} = await migrate(requiredDatabaseSettings(env));
    expect([from, to, applied]).toEqual([0, latest, readdirSync(migrationFolder).sort()]);
    const connection = await connectTo(env);
    const text = await schemaText(connection);
    await connection.end();
    await expect(text).toMatchFileSnapshot(join(projectRoot, "sql/schema.sql"));
  });

  it.each(Array.from({length: latest}, (_, level) => level + 1))(
    "from level %i reach the same schema, and are applied once",
    async (level) => {
      const env = await server.createDatabase();
      const settings = requiredDatabaseSettings(env);
      await migrate(settings, {to: level});
      expect((await migrate(settings)).applied).toHaveLength(latest - level);
      expect((await migrate(settings)).applied).toEqual([]);
      const connection = await connectTo(env);
      const text = await schemaText(connection);
      await connection.end();
      await expect(text).toMatchFileSnapshot(join(projectRoot, "sql/schema.sql"));
    },
  );

  it("make the database where it is missing", async () => {
    const settings = await newSettings();
    const missing = {...settings, database: `${settings.database}_x`};
    expect((await migrate(missing)).to).toBe(latest);
    const connection = await connectTo({...server.environment, DB_NAME: missing.database});
    await connection.query(`drop database ${missing.database}`);
    await connection.end();
  });

  it("refuse a file that was changed after it was applied", async () => {
    const settings = await newSettings();
    await migrate(settings);
    const file = readdirSync(folder).sort()[1]!;
    writeFileSync(join(folder, file), "-- something else\n");
    await expect(migrate(settings, {folder})).rejects.toThrow(
      `${file} was changed after it was applied`,
    );
  });

  it("refuse a database that is ahead of them", async () => {
    const settings = await newSettings();
    await migrate(settings);
    await expect(migrate(settings, {to: latest - 1})).rejects.toThrow(`is at level ${latest}`);
  });

  it("that were cut off in the middle run again", async () => {
    const env = await server.createDatabase();
    const connection = await connectTo(env);
    await migrate(requiredDatabaseSettings(env), {to: 1});
    await connection.query("delete from schema_migrations where version = 1");
    expect(await databaseLevel(connection)).toBe(0);
    expect((await migrate(requiredDatabaseSettings(env))).to).toBe(latest);
    await connection.end();
  });

  it("wait for one another", async () => {
    const settings = await newSettings();
    const results = await Promise.all([migrate(settings), migrate(settings), migrate(settings)]);
    expect(results.map(({applied}) => applied.length).sort()).toEqual([0, 0, latest]);
  });
});

describeMariadb("the schema in MariaDB", () => {
  let server: MariadbServer;
  let connection: Connection;
  let env: Awaited<ReturnType<MariadbServer["createDatabase"]>>;
  beforeAll(async () => {
    server = await startMariadb();
    env = await server.createDatabase();
    await migrate(requiredDatabaseSettings(env));
    connection = await connectTo(env);
  });
  afterAll(async () => {
    await connection.end();
    await server.stop();
  });

  it.each(tables)("has $name as src/lib/bank/schema.ts defines it", async (table) => {
    const [columns] = await connection.query<RowDataPacket[]>(
      `select column_name as name, column_type as type, is_nullable = 'YES' as nullable,
        column_comment as comment, collation_name as collation
      from information_schema.columns where table_schema = database() and table_name = ?
      order by ordinal_position`,
      [table.name],
    );
    expect(columns).toEqual(
      table.columns.map((column) => ({
        name: column.name,
        type: mariadbType(column),
        nullable: column.nullable ? 1 : 0,
        comment: column.comment,
        collation: collationOf(column),
      })),
    );
    const [comment] = await connection.query<RowDataPacket[]>(
      `select table_comment as text from information_schema.tables
      where table_schema = database() and table_name = ?`,
      [table.name],
    );
    expect(comment[0]!.text).toBe(`One row per ${table.grain}.`);
  });

  it.each(tables)("has the keys, references and checks of $name", async (table) => {
    const [keys] = await connection.query<RowDataPacket[]>(
      `select constraint_name as name, column_name as col, referenced_table_name as parent,
        referenced_column_name as parent_col
      from information_schema.key_column_usage
      where table_schema = database() and table_name = ? order by constraint_name, ordinal_position`,
      [table.name],
    );
    const primary = keys.filter(({name}) => name === "PRIMARY").map(({col}) => col);
    expect(primary).toEqual(table.key);
    const references = keys.filter(({parent}) => parent !== null);
    expect(
      references.map(({col, parent, parent_col}) => `${col} ${parent}.${parent_col}`).sort(),
    ).toEqual(
      table.columns
        .filter((column) => column.references)
        .map(({name, references}) => `${name} ${references!.table}.${references!.column}`)
        .sort(),
    );
    const [checks] = await connection.query<RowDataPacket[]>(
      `select check_clause as clause from information_schema.check_constraints
      where constraint_schema = database() and table_name = ?`,
      [table.name],
    );
    expect(checks.map(({clause}) => clause.replaceAll("`", "")).sort()).toEqual(
      table.columns.flatMap(checkClauses).sort(),
    );
  });

  it("is what db:smoke reports, with server, character set, time zone and rows", async () => {
    const report = await smokeReport(requiredDatabaseSettings(env));
    expect(report).toMatch(/^server {10}MariaDB 1\d\./m);
    expect(report).toMatch(/^character set {3}utf8mb4$/m);
    expect(report).toMatch(/^time zone /m);
    expect(report).toMatch(new RegExp(`^schema level {4}${latest}$`, "m"));
    expect(report).toMatch(/^transactions {4}0$/m);
  });
});

function mariadbType({type, length}: Column): string {
  const types: Record<ColumnType, string> = {
    id: `varchar(${length})`,
    text: `varchar(${length})`,
    integer: "int(11)",
    serial: "bigint(20)",
    money: "decimal(14,2)",
    quantity: "decimal(14,6)",
    price: "decimal(12,4)",
    rate: "decimal(10,6)",
    ratio: "double",
    boolean: "tinyint(1)",
    day: "date",
    instant: "datetime",
  };
  return types[type];
}

function checkClauses({name, values, min}: Column): string[] {
  const clauses: string[] = [];
  const list = values?.map((value) => `'${value}'`);
  if (list)
    clauses.push(list.length === 1 ? `${name} = ${list[0]}` : `${name} in (${list.join(",")})`);
  if (min !== undefined) clauses.push(`${name} >= ${min}`);
  return clauses;
}

function collationOf({type}: Column): string | null {
  if (type === "id") return "utf8mb4_bin";
  return type === "text" ? "utf8mb4_nopad_bin" : null;
}
