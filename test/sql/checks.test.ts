import {readdirSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Check, readChecks} from "../../loaders/checks.js";
import {projectRoot} from "../../loaders/environment.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {tables} from "../../src/lib/bank/schema.js";
import {csvIn, duckdbBank} from "../support/duckdbBank.js";
import {connectTo, describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";
import {createPlainTables, fillPlainTable} from "../support/plainTables.js";

const checks = readChecks();
const tinyBank = join(projectRoot, "test/fixtures/ok/tiny-bank");
const broken = (name: string) => join(projectRoot, "test/fixtures/not-ok", name);
const fixtures = readdirSync(join(projectRoot, "test/fixtures/not-ok"));

describe("sql/checks", () => {
  it("each have a rule, a grain, columns and an order", () => {
    for (const {name, sql} of checks) {
      expect(sql, name).toMatch(/^-- Rule .+\n-- Grain: .+\n(-- .+\n)*-- Columns: /);
      expect(sql, name).toMatch(/\norder by [a-z_., ]+\n$/);
    }
  });

  it("each have a fixture that breaks them", () => {
    const missing = checks.filter(({name}) => !fixtures.includes(name));
    expect(missing.map(({name}) => `test/fixtures/not-ok/${name}/`)).toEqual([]);
  });

  it("know every reference of the schema", () => {
    const sql = checkNamed("ids-known").sql;
    for (const {name, columns} of tables) {
      for (const column of columns) {
        if (!column.references) continue;
        expect(sql).toContain(`'${name}' as table_name, '${column.name}' as column_name`);
        const {references} = column;
        const parents = `left join ${references.table} parents on parents.${references.column} =`;
        expect(sql).toContain(`${parents} ${name}.${column.name}`);
      }
    }
  });

  it("know every key of the schema", () => {
    const sql = checkNamed("ids-unique").sql;
    for (const {name, key} of tables) {
      expect(sql).toContain(`from ${name}\n  group by ${key.join(", ")}\n`);
    }
  });
});

describe("sql/checks on DuckDB", () => {
  it("find nothing in the tiny bank", async () => {
    expect(await findingsOnDuckdb(tinyBank)).toEqual({});
  });

  it.each(checks)("$name finds its fixture's rows, and nothing else does", async ({name}) => {
    const findings = await findingsOnDuckdb(broken(name), tinyBank);
    expect(Object.keys(findings)).toEqual([name]);
    expect(findings).toMatchSnapshot();
  });
});

describeMariadb("sql/checks on MariaDB", () => {
  let server: MariadbServer;
  let connection: Connection;
  beforeAll(async () => {
    server = await startMariadb();
    connection = await connectTo(await server.createDatabase());
    await createPlainTables(connection);
  });
  afterAll(async () => {
    await connection.end();
    await server.stop();
  });

  it("find nothing in the tiny bank, nor under sql_mode=ANSI", async () => {
    await fill(tinyBank);
    expect(await findings()).toEqual({});
    await connection.query("set sql_mode = 'ANSI'");
    expect(await findings()).toEqual({});
    await connection.query("set sql_mode = default");
  });

  it.each(checks)("$name finds its fixture, and nothing else does", async ({name}) => {
    await fill(broken(name), tinyBank);
    const onDuckdb = await findingsOnDuckdb(broken(name), tinyBank);
    const onMariadb = await findings();
    expect(counts(onMariadb)).toEqual(counts(onDuckdb));
  });

  async function fill(...folders: string[]) {
    for (const {name} of tables) {
      await connection.query(`truncate table ${name}`);
      await fillPlainTable(connection, name, csvIn(name, folders));
    }
  }

  async function findings() {
    const found: Record<string, unknown[]> = {};
    for (const {name, sql} of checks) {
      const [rows] = await connection.query(sql);
      if ((rows as unknown[]).length > 0) found[name] = rows as unknown[];
    }
    return found;
  }
});

async function findingsOnDuckdb(...folders: string[]): Promise<Record<string, unknown[]>> {
  const connection = await duckdbBank(...folders);
  const found: Record<string, unknown[]> = {};
  for (const {name, sql} of checks) {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    if (rows.length > 0) found[name] = rows;
  }
  connection.closeSync();
  return found;
}

function counts(found: Record<string, unknown[]>): Record<string, number> {
  return Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, rows.length]));
}

function checkNamed(name: string): Check {
  return checks.find((check) => check.name === name)!;
}
