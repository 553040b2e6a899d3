import {mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type BatchManifest, batchName, batchTables} from "../../stream/layout.js";
import {refusalColumns, refusalsFile} from "../../stream/refusals.js";
import type {Bank} from "../bank.js";
import {CsvFile} from "../csvFile.js";
import {type Files, openFiles} from "../tables.js";

/** The folder of a batch while it is written, aside of its place. */
export class BatchFiles {
  readonly tables: Files;
  readonly refusals: CsvFile;
  readonly #aside: string;
  readonly #place: string;

  constructor(folder: string, batch: number, bank: Bank) {
    const name = batchName(batch);
    this.#place = join(folder, name);
    this.#aside = join(folder, `.${name}.partial`);
    rmSync(this.#aside, {recursive: true, force: true});
    mkdirSync(this.#aside);
    this.tables = openFiles(this.#aside, bank, batchTables);
    this.refusals = CsvFile.create(
      join(this.#aside, refusalsFile),
      refusalColumns.map(({name}) => name),
      bank.texts,
    );
  }

  /** Closes the files, keeps those that have rows, and puts the batch in its place. */
  finish(about: Omit<BatchManifest, "files">): BatchManifest {
    const written = [
      ...batchTables.map((table) => ({
        table,
        file: `${table}.csv`,
        ...this.tables[table].close(),
      })),
      {table: "refusals", file: refusalsFile, ...this.refusals.close()},
    ];
    for (const {file, rows} of written) if (rows === 0) rmSync(join(this.#aside, file));
    const manifest = {...about, files: written.filter(({rows}) => rows > 0)};
    writeFileSync(join(this.#aside, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(this.#aside, this.#place);
    return manifest;
  }
}
