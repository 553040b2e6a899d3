/**
 * Whether a dataset is what its loader would make now. A SELECT depends on its text and its parameters, on the tables of the snapshot that
 * it reads, each by content, on the CSV files and the measures that it names, and on the code that runs it and writes its rows. A
 * TypeScript loader depends on the whole snapshot, for it may ask anything, and on the files that it has noted when
 * it was run (`inputFiles.ts`).
 */
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {moduleHash} from "../bundle.js";
import {projectRoot} from "../environment.js";
import {hashOf, inputComparison} from "../inputFiles.js";
import {measuresCalled} from "../snapshot/measures.js";
import {ownContents} from "../snapshot/ownTables.js";
import type {Snapshot} from "../snapshot/snapshot.js";
import {readSql, type SqlText, tablesRead} from "../sqlText.js";
import type {Dataset} from "./dataset.js";
import {hashFile, type MadeEntry} from "./made.js";

export interface Freshness {
  /** The hash of what a dataset is made from beside the files that its loader notes. */
  inputsOf(dataset: Dataset): string;
  /** Whether nothing that a dataset is made of has changed and its output is the one that was made. */
  isFresh(dataset: Dataset, entry: MadeEntry | undefined): boolean;
}

/** The freshness of datasets over one snapshot, as of now: it looks at each file once. */
export async function openFreshness(
  snapshot: Snapshot,
  connection: DuckDBConnection,
): Promise<Freshness> {
  const packages = hashOf(readFileSync(join(projectRoot, "package-lock.json"), "utf8"));
  const writers = await moduleHash("loaders/datasets/sqlDataset.ts", "loaders/snapshot/reader.ts");
  const {description, sourceFingerprint} = snapshot;
  const contents = [...snapshot.tables].map(([name, {contentHash}]) => [name, contentHash]);
  const whole = JSON.stringify([packages, description, sourceFingerprint, contents]);
  const areUnchanged = inputComparison();

  function inputsOf({loader, language, parameters}: Dataset): string {
    const given = JSON.stringify(parameters);
    if (language === "ts") return hashOf(`${whole}${given}`);
    const text = readSql(loader);
    const tables = tablesOver(snapshot.key, text, connection).map((name) => [
      name,
      snapshot.tables.get(name)?.contentHash,
    ]);
    const contents = [tables, ownContents(text), measuresCalled(text)];
    return hashOf(JSON.stringify([packages, writers, loader, text.sql, given, contents]));
  }

  return {
    inputsOf,
    isFresh(dataset, entry) {
      if (entry?.inputs !== inputsOf(dataset) || !areUnchanged(entry.files)) return false;
      if (statSync(dataset.output, {throwIfNoEntry: false})?.size !== entry.byteCount) return false;
      return hashFile(dataset.output) === entry.outputHash;
    },
  };
}

/** What SELECTs read of one snapshot, by their text: the engine takes a millisecond to tell it of each. */
const read = {key: "", tables: new Map<string, readonly string[]>()};

function tablesOver(key: string, text: SqlText, connection: DuckDBConnection): readonly string[] {
  if (read.key !== key) Object.assign(read, {key, tables: new Map()});
  const tables = read.tables.get(text.sql) ?? tablesRead(connection, text);
  read.tables.set(text.sql, tables);
  return tables;
}
