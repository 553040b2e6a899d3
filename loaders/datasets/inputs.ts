/**
 * What a dataset is made from, as one hash. A SELECT depends on its text, on the tables of the snapshot that
 * it reads, each by content, on the measures that it calls, and on the code that runs it and writes its rows. A
 * TypeScript loader depends on all it imports and on the whole snapshot, for it may ask anything.
 */
import {createHash} from "node:crypto";
import type {DuckDBConnection} from "@duckdb/node-api";
import {contentHash, moduleFiles} from "../modules.js";
import {measuresCalled} from "../snapshot/measures.js";
import type {Snapshot} from "../snapshot/snapshot.js";
import {readSql, tablesRead} from "../sqlText.js";
import type {Dataset} from "./dataset.js";

/** The hash of a dataset's inputs, for any number of datasets over one snapshot. */
export function inputHasher(
  snapshot: Snapshot,
  connection: DuckDBConnection,
): (dataset: Dataset) => string {
  const packages = contentHash(["package-lock.json"]);
  const writers = contentHash([
    ...moduleFiles("loaders/datasets/sqlDataset.ts"),
    ...moduleFiles("loaders/snapshot/reader.ts"),
  ]);
  const whole = JSON.stringify([
    snapshot.description,
    snapshot.sourceFingerprint,
    [...snapshot.tables].map(([name, {contentHash: content}]) => [name, content]),
  ]);
  return ({loader, language}) => {
    const hash = createHash("sha256").update(packages);
    if (language === "ts")
      return hash
        .update(contentHash(moduleFiles(loader)))
        .update(whole)
        .digest("hex");
    hash.update(writers).update(contentHash([loader]));
    const text = readSql(loader);
    hash.update(JSON.stringify(measuresCalled(text)));
    for (const name of tablesRead(connection, text)) {
      const table = snapshot.tables.get(name);
      if (table) hash.update(`${name} ${table.contentHash}\n`);
    }
    return hash.digest("hex");
  };
}
