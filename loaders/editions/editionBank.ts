/**
 * The bank of an edition: a snapshot that holds what its rules give of the whole one, and the whole one itself, for the
 * datasets that tell of others too.
 */
import {rmSync} from "node:fs";
import {type DuckDBConnection, DuckDBInstance, type DuckDBResult} from "@duckdb/node-api";
import {quotedText} from "../../src/lib/quotedSql.js";
import {temporaryPath} from "../abandoned.js";
import {type MadeDataset, makeSqlDataset, sqlFormat} from "../datasets/sqlDataset.js";
import {hashOf} from "../inputFiles.js";
import {readRows} from "../rows.js";
import {describeTables} from "../snapshot/build.js";
import {createMeasures} from "../snapshot/measures.js";
import {readSnapshot, type Snapshot} from "../snapshot/snapshot.js";
import {explainSqlError, readSql, type SqlText} from "../sqlText.js";
import {type Audience, type Edition, EditionError, type EditionRequest} from "./edition.js";
import type {DatasetRule, Rules} from "./rules.js";
import {refuseStrays} from "./strays.js";

export interface WholeBank {
  readonly snapshot: Snapshot;
  /** The ids of those of a kind that have an account. */
  customers(audience: "company" | "person"): Promise<string[]>;
  /** What the ids of a request are. Throws on one that nobody has, and where they are not of one kind. */
  resolve(request: EditionRequest): Promise<Edition>;
  /** Makes the snapshot of an edition, in a file of its own, which `close` removes. Throws with file, line and excerpt where a rule fails. */
  cut(edition: Edition, rules: Rules): Promise<Snapshot>;
  /**
   * What a rule makes of a dataset that is a SELECT, in `loader`: over the last bank that was cut, of which `own` are the
   * dataset's rows, where the rule reads them.
   */
  dataset(rule: DatasetRule, loader: string, own: DuckDBResult | undefined): Promise<MadeDataset>;
  /** The keys that a rule keeps. */
  keys(rule: DatasetRule): Promise<string[]>;
  close(): void;
}

/** Opens the whole bank to be cut, many times. */
export async function openWholeBank(snapshot: Snapshot): Promise<WholeBank> {
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: temporaryPath(),
    threads: "1", // the same bytes each time
    ieee_floating_point_ops: "false",
  });
  const connection = await instance.connect();
  const file = `${temporaryPath()}.duckdb`;
  await connection.run(
    `set timezone = 'UTC'; attach ${quotedText(snapshot.file)} as bank (read_only)`,
  );
  await connection.run("create temp table subjects (user_id varchar)");
  const known = new Map<string, string>();

  /** The dataset as the whole bank has it, made once, as a table. */
  async function wholeTable(loader: string): Promise<string> {
    const name = known.get(loader) ?? `whole_${known.size}`;
    if (!known.has(loader)) {
      await run(connection, readSql(loader), (sql) => `create temp table ${name} as ${sql}`);
      known.set(loader, name);
    }
    return name;
  }

  return {
    snapshot,

    async customers(audience) {
      const rows = await readRows(
        await connection.run(
          `select user_id from bank.users
          where kind = $kind and user_id in (select user_id from bank.accounts) order by user_id`,
          {kind: audience === "person" ? "individual" : "company"},
        ),
      );
      return rows.map(({user_id}) => String(user_id));
    },

    async resolve({name, audience, subjects}) {
      if (audience === "public") return {name, audience, subjects};
      const rows = await readRows(
        await connection.run(
          `select user_id, kind from bank.users where user_id in (${subjects.map((id) => `'${id}'`).join(", ")})`,
        ),
      );
      const kinds = new Map(rows.map(({user_id, kind}) => [String(user_id), String(kind)]));
      const audienceOf = (id: string): Audience => {
        const kind = kinds.get(id);
        if (kind === undefined)
          throw new EditionError(`no customer ${id} in the bank, for the edition ${name}`);
        if (kind === "company") return "company";
        if (kind === "individual") return "person";
        throw new EditionError(`${id} is of the kind ${kind}, for which there is no edition`);
      };
      const found = audience ?? audienceOf(subjects[0]!);
      const stray = subjects.find((id) => audienceOf(id) !== found);
      if (stray !== undefined)
        throw new EditionError(`${name}: ${stray} is no ${found} (an edition is of one kind)`);
      return {name, audience: found, subjects};
    },

    async cut(edition, {whole, tables, text}) {
      rmSync(file, {force: true});
      await connection.run("delete from subjects");
      for (const id of edition.subjects)
        await connection.run("insert into subjects values ($id)", {id});
      await connection.run(`attach ${quotedText(file)} as edition`);
      try {
        for (const table of whole)
          await connection.run(`create table edition.${table} as from bank.${table}`);
        for (const select of tables)
          await run(connection, select, (sql) => `create table edition.${select.name} as ${sql}`);
        await refuseStrays(connection, edition);
        await createMeasures(connection, "edition");
        const key = hashOf(
          JSON.stringify([snapshot.key, text, edition.audience, edition.subjects]),
        );
        // that it was generated is told, and not how many others there are
        const {seed} = snapshot.description.parameters;
        await connection.run(
          `create table edition.snapshot as
          select * replace ('${key}' as key, $parameters as parameters) from bank.snapshot`,
          {parameters: JSON.stringify(seed === undefined ? {} : {seed})},
        );
        await describeTables(connection, "edition", [...whole, ...tables.map(({name}) => name)]);
        await connection.run("checkpoint edition");
      } finally {
        await connection.run("detach edition");
      }
      const cut = await readSnapshot(file);
      if (!cut) throw new Error(`unreadable snapshot: ${file}`);
      return {...cut, isMade: true};
    },

    async dataset({select}, loader, own) {
      const whole = await wholeTable(loader);
      await connection.run(`create or replace temp view whole as from ${whole}`);
      if (own) await fillFrom(connection, "own", own);
      return makeSqlDataset(connection, select, sqlFormat(loader));
    },

    async keys({select}) {
      try {
        const rows = await readRows(await connection.run(select.sql));
        return rows.map(({key}) => String(key));
      } catch (error) {
        throw explainSqlError(error, select);
      }
    },

    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(file, {force: true});
    },
  };
}

async function run(
  connection: DuckDBConnection,
  text: SqlText,
  statement: (sql: string) => string,
): Promise<void> {
  try {
    await connection.run(statement(text.sql));
  } catch (error) {
    throw explainSqlError(error, text);
  }
}

/** A temporary table of rows that another database gives. */
async function fillFrom(
  connection: DuckDBConnection,
  name: string,
  rows: DuckDBResult,
): Promise<void> {
  const types = rows.columnTypes().map(String);
  const columns = rows.columnNames().map((column, at) => `"${column}" ${types[at]}`);
  await connection.run(`create or replace temp table ${name} (${columns.join(", ")})`);
  const appender = await connection.createAppender(name, "main", "temp");
  for (;;) {
    const chunk = await rows.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
