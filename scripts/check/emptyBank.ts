/**
 * The bank without a row: every table and measure, as loaders and cells may name them. Against it a SELECT is tried in
 * milliseconds, and no data are needed.
 */
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {temporaryPath} from "../../loaders/abandoned.js";
import {fillSnapshot} from "../../loaders/snapshot/build.js";
import {publishBank} from "../../loaders/snapshot/publish.js";
import {openSnapshot, type SnapshotReader} from "../../loaders/snapshot/reader.js";
import {readPlan} from "../../loaders/snapshot/snapshot.js";
import type {Source} from "../../loaders/source.js";
import {quotedText} from "../../src/lib/quotedSql.js";

export interface EmptyBank extends SnapshotReader {
  /** The file that readers would get. */
  readonly published: string;
}

/** It stands for MariaDB, which has all that the CSV files have, and somebody's own tables too. */
const nothing: Source = {
  description: {
    kind: "mariadb",
    label: "no rows",
    asOf: "",
    parameters: {},
    notes: [],
    fallbackCause: null,
  },
  fingerprint: async () => "",
  extract: async () => 0,
  query: async () => [],
  assertUnchanged() {},
  async close() {},
};

/** Opens an empty bank in a folder of its own, which goes when it is closed. Throws where SQL of `sql/` is wrong. */
export async function openEmptyBank(): Promise<EmptyBank> {
  const folder = temporaryPath();
  const [file, published] = [join(folder, "bank.duckdb"), join(folder, "published.duckdb")];
  mkdirSync(folder);
  const remove = () => rmSync(folder, {recursive: true, force: true});
  try {
    await makeEmpty(file);
    writeFileSync(published, await publishBank(file));
    const reader = await openSnapshot(file);
    return {
      ...reader,
      published,
      close() {
        reader.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function makeEmpty(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`attach ${quotedText(file)} as bank`);
    await fillSnapshot(connection, nothing, readPlan(), {key: "", fingerprint: ""});
    await connection.run("detach bank");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
