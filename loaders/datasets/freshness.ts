/**
 * Whether a dataset is what its loader would make now. A SELECT depends on its text and its parameters, on the tables of the snapshot that
 * it reads, each by content, on the CSV files and the measures that it names, on the code that runs it and writes its rows, and
 * on what may be written. A
 * TypeScript loader depends on the whole snapshot, for it may ask anything, and on the files that it has noted when
 * it was run (`inputFiles.ts`).
 */
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {moduleHash} from "../bundle.js";
import {openFileHashes} from "../csv/fileHashes.js";
import {projectRoot} from "../environment.js";
import {hashOf, inputComparison} from "../inputFiles.js";
import {measuresCalled} from "../snapshot/measures.js";
import {ownContents} from "../snapshot/ownTables.js";
import type {Snapshot} from "../snapshot/snapshot.js";
import {isSimulated} from "../source.js";
import {readSql, type SqlText, tablesRead} from "../sqlText.js";
import type {Dataset} from "./dataset.js";
import type {Made, MadeEntry} from "./made.js";
import {privateUses} from "./private/privateHeader.js";

export interface Freshness {
  /** The hash of what a dataset is made from beside the files that its loader notes. */
  inputsOf(dataset: Dataset): string;
  /** Those of which nothing that they are made of has changed, and whose output is the one that was made. */
  freshAmong(datasets: readonly Dataset[], made: Made): Promise<Set<Dataset>>;
}

/** The freshness of datasets over one snapshot, as of now: it looks at each file once. */
export async function openFreshness(
  snapshot: Snapshot,
  connection: DuckDBConnection,
): Promise<Freshness> {
  const {description, sourceFingerprint} = snapshot;
  const packages = hashOf(readFileSync(join(projectRoot, "package-lock.json"), "utf8"));
  const writers = await moduleHash("loaders/datasets/sqlDataset.ts", "loaders/snapshot/reader.ts");
  const privacy = await moduleHash("loaders/datasets/private/privacy.ts");
  const rules = [packages, privacy];
  const contents = [...snapshot.tables].map(([name, {contentHash}]) => [name, contentHash]);
  const whole = JSON.stringify([rules, description, sourceFingerprint, contents]);
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
    const mayShow = privateUses(text.sql).some(({isShown}) => isShown) && isSimulated(description);
    return hashOf(JSON.stringify([rules, writers, loader, text.sql, given, contents, mayShow]));
  }

  async function isFresh(dataset: Dataset, entry: MadeEntry | undefined): Promise<boolean> {
    if (entry?.inputs !== inputsOf(dataset) || !areUnchanged(entry.files)) return false;
    if (statSync(dataset.output, {throwIfNoEntry: false})?.size !== entry.byteCount) return false;
    return (await outputs.hash(dataset.output)) === entry.outputHash;
  }

  return {
    inputsOf,
    async freshAmong(datasets, made) {
      const fresh = new Set<Dataset>();
      for (const dataset of datasets)
        if (await isFresh(dataset, made.get(dataset.target))) fresh.add(dataset);
      return fresh;
    },
  };
}

/** A process that looks again, as a preview does after each change, reads what is another. */
const outputs = openFileHashes();

/** What SELECTs read of the snapshot with this key, by their text: the engine takes a millisecond to tell it of each. */
let tablesByText = {key: "", tables: new Map<string, readonly string[]>()};

function tablesOver(key: string, text: SqlText, connection: DuckDBConnection): readonly string[] {
  if (tablesByText.key !== key) tablesByText = {key, tables: new Map()};
  const tables = tablesByText.tables.get(text.sql) ?? tablesRead(connection, text);
  tablesByText.tables.set(text.sql, tables);
  return tables;
}
