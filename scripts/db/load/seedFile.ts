import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {tableFile} from "../../../loaders/csv/tableFile.js";
import type {Table} from "../../../src/lib/bank/schema.js";

/** The CSV file of a table, as it was when the load began. */
export interface SeedFile {
  readonly table: Table;
  readonly file: string;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

/** The files of the tables in a folder. Throws on one that is missing or no file. */
export async function seedFiles(folder: string, selected: readonly Table[]): Promise<SeedFile[]> {
  const files: SeedFile[] = [];
  for (const table of selected) {
    const file = tableFile(folder, table.name);
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file, {highWaterMark: 1 << 20})) hash.update(chunk);
    files.push({table, file, sha256: hash.digest("hex")});
  }
  return files;
}
