import {closeSync, openSync, rmSync, writeSync} from "node:fs";
import {join} from "node:path";
import type {CsvRecord} from "../../../loaders/csv/csvRecords.js";
import {makeOwnFolder} from "../../../loaders/ownFolder.js";

/** Collects the rows of one table that were refused, in `<table>.csv`: line, reason, the row as it stood. */
export interface Rejects {
  readonly file: string;
  add(record: CsvRecord, reason: string): void;
  close(): void;
}

/** Opens the list of a table's rejects; an older one is removed, and no file is made without a bad row. */
export function openRejects(folder: string, table: string): Rejects {
  const file = join(folder, `${table}.csv`);
  rmSync(file, {force: true});
  let handle: number | undefined;
  return {
    file,
    add({line, fields}, reason) {
      if (handle === undefined) {
        makeOwnFolder(folder);
        handle = openSync(file, "w");
        writeSync(handle, "line,reason,row\n");
      }
      writeSync(handle, `${line},${quoted(reason)},${quoted(fields.join(","))}\n`);
    },
    close() {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
