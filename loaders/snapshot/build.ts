/**
 * Fills a snapshot: the extracts from the source, the table of categories, the measures, the derived tables over all
 * these, and what the file says about itself: `snapshot` (one row: where it came from) and `snapshot_tables` (a
 * row count and a content hash for each table, so that a dataset is made anew only when a table that it
 * reads has changed).
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {categories} from "../../src/lib/bank/categories.js";
import {
  duckdbTypes,
  type Extract,
  extractNames,
  from,
  isView,
  legTables,
  upTo,
} from "../extracts.js";
import {readRows} from "../rows.js";
import type {Source} from "../source.js";
import {explainSqlError, type SqlText, tablesRead} from "../sqlText.js";
import {firstDayOf, type Legs} from "./legs.js";
import {assertLegsSum, assertSumsSum} from "./legsSum.js";
import {createMeasures} from "./measures.js";

export interface SnapshotPlan {
  readonly extracts: readonly Extract[];
  /** What somebody reads from a database beside the bank; left out where the source is the CSV files. */
  readonly own?: readonly Extract[];
  /** SELECTs over `bank`, in any order; those that read a table which is not extracted are left out. */
  readonly derived: readonly SqlText[];
  /** All, unless told. */
  readonly legs?: Legs;
}

export interface SnapshotKey {
  /** What the builder recognises its own work by: source, SELECTs and code. */
  readonly key: string;
  /** The source's own. */
  readonly fingerprint: string;
}

/** Fills the empty database attached as `bank`. Throws with file, line and excerpt where a SELECT fails. */
export async function fillSnapshot(
  connection: DuckDBConnection,
  source: Source,
  {extracts, own = [], derived, legs = "all"}: SnapshotPlan,
  {key, fingerprint}: SnapshotKey,
): Promise<void> {
  const tables: string[] = [];
  const isDatabase = source.description.kind !== "csv";
  for (const extract of isDatabase ? [...extracts, ...own] : extracts) {
    const columns = extract.columns.map(({name, type}) => `${name} ${duckdbTypes[type]}`);
    await connection.run(`create table bank.${extract.name} (${columns.join(", ")})`);
    await fillTable(connection, source, extract, legs);
    tables.push(extract.name);
  }
  if (isDatabase && legs === "all" && tables.includes("transactions"))
    await assertLegsSum(connection);
  if (isDatabase && legs !== "all" && tables.includes("account_flows"))
    await assertSumsSum(connection);
  await createCategories(connection);
  await createMeasures(connection, "bank");
  tables.push("categories");
  const extracted = [...extractNames, ...own.map(({name}) => name)];
  for (const text of inOrderOfUse(connection, derived, {present: tables, extracted})) {
    try {
      await connection.run(`create table bank.${text.name} as ${text.sql}`);
    } catch (error) {
      throw explainSqlError(error, text);
    }
    tables.push(text.name);
  }
  await describeSnapshot(connection, source, tables, {key, fingerprint, legs});
}

/** From the source, or, for a view where the snapshot has all that it is made of, from the snapshot itself. */
async function fillTable(
  connection: DuckDBConnection,
  source: Source,
  extract: Extract,
  legs: Legs,
): Promise<void> {
  const {asOf} = source.description;
  const target = `bank.${extract.name}`;
  const isOfLegs = legTables.includes(extract.name);
  if (isOfLegs && legs === "none") return;
  const read = upTo(asOf, extract);
  if (isView(extract) && legs === "all") {
    const [before] = await readRows(
      await connection.run("select current_setting('search_path') as path"),
    );
    await connection.run("use bank");
    await connection.run(`insert into ${target} ${read.sql}`);
    await connection.run(`set search_path = '${before!.path}'`);
  } else
    await source.extract(
      isOfLegs && typeof legs === "number" && asOf !== ""
        ? from(firstDayOf(legs, asOf), read)
        : read,
      {connection, table: target},
    );
}

/**
 * The derived tables that can be made, each after those it reads: what reads a table that is not extracted is left out,
 * and so is what reads such a one.
 */
function inOrderOfUse(
  connection: DuckDBConnection,
  derived: readonly SqlText[],
  {present, extracted}: {present: readonly string[]; extracted: readonly string[]},
): SqlText[] {
  const known = new Set([...extracted, ...present, ...derived.map(({name}) => name)]);
  const done = new Set(present);
  const ordered: SqlText[] = [];
  let waiting: Waiting[] = derived.map((text) => ({
    text,
    reads: tablesRead(connection, text).filter((table) => known.has(table)),
  }));
  for (;;) {
    const ready = waiting.filter(({reads}) => reads.every((table) => done.has(table)));
    if (ready.length === 0) break;
    for (const {text} of ready) {
      ordered.push(text);
      done.add(text.name);
    }
    waiting = waiting.filter((item) => !ready.includes(item));
  }
  const [circle] = withoutTheMissing(waiting, done);
  if (circle) throw new Error(`sql/derived/${circle.text.name}.sql reads a table that reads it`);
  return ordered;
}

interface Waiting {
  readonly text: SqlText;
  readonly reads: readonly string[];
}

/** Those of the waiting that wait for each other, and not for a table that nobody makes. */
function withoutTheMissing(waiting: readonly Waiting[], done: ReadonlySet<string>): Waiting[] {
  const names = new Set(waiting.map(({text}) => text.name));
  const kept = waiting.filter(({reads}) =>
    reads.every((table) => done.has(table) || names.has(table)),
  );
  return kept.length === waiting.length ? kept : withoutTheMissing(kept, done);
}

async function createCategories(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create table bank.categories (
      category varchar, label varchar, owner_kind varchar, category_group varchar, coicop varchar
    )`,
  );
  const appender = await connection.createAppender("categories", "main", "bank");
  for (const [name, category] of Object.entries(categories).sort()) {
    const cells = [name, category.label, category.owner, category.group];
    for (const cell of cells) appender.appendVarchar(cell);
    if ("coicop" in category) appender.appendVarchar(category.coicop);
    else appender.appendNull();
    appender.endRow();
  }
  appender.closeSync();
}

async function describeSnapshot(
  connection: DuckDBConnection,
  {description}: Source,
  tables: readonly string[],
  {key, fingerprint, legs}: SnapshotKey & {readonly legs: Legs},
): Promise<void> {
  const {kind, label, asOf, fallbackCause, parameters, notes} = description;
  await connection.run(
    `create table bank.snapshot as select
      $key::varchar as key, $fingerprint::varchar as source_fingerprint, $kind::varchar as source_kind, $label::varchar as source_label,
      $asOf::timestamp as as_of, $fallbackCause::varchar as fallback_cause,
      $parameters::varchar as parameters, $notes::varchar as notes, $legs::varchar as legs`,
    {
      key,
      fingerprint,
      kind,
      label,
      asOf: asOf === "" ? null : asOf,
      fallbackCause,
      parameters: JSON.stringify(parameters),
      notes: JSON.stringify(notes),
      legs: JSON.stringify(legs),
    },
  );
  await describeTables(connection, "bank", tables);
}

/** Makes the table `snapshot_tables` of a database: a row count and a content hash for each of its tables. */
export async function describeTables(
  connection: DuckDBConnection,
  database: string,
  tables: readonly string[],
): Promise<void> {
  const target = `${database}.snapshot_tables`;
  await connection.run(
    `create table ${target} (table_name varchar, row_count bigint, content_hash varchar)`,
  );
  for (const table of [...tables].sort()) {
    await connection.run(
      `insert into ${target}
      select '${table}', count(*), coalesce(bit_xor(hash(t, t.rowid)), 0)::varchar || '-' || count(*)
      from ${database}.${table} t`,
    );
  }
}
