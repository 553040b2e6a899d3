import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import type {TableName} from "../../src/lib/bank/schema.js";

/** A bank of five users and 32 legs, written by hand, that keeps every rule. */
export const tinyBank: string = join(projectRoot, "test/fixtures/ok/tiny-bank");

const folders: string[] = [];

afterAll(() => {
  // what a process that was ended writes last may come in between
  const again = {maxRetries: 10, retryDelay: 100};
  for (const folder of folders) rmSync(folder, {recursive: true, force: true, ...again});
});

/** A folder of its own for a test, below the system's temporary folder; removed after the file's tests. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `countinghouse-${name}-`));
  folders.push(folder);
  return folder;
}

/** A copy of the tiny bank in which the files given are edited, by bytes or by text. */
export function editedBank(
  edits: Partial<Record<TableName, (text: string) => string | Uint8Array>>,
): string {
  const folder = temporaryFolder("bank");
  cpSync(tinyBank, folder, {recursive: true});
  for (const [table, edit] of Object.entries(edits)) {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, edit(readFileSync(file, "utf8")));
  }
  return folder;
}
