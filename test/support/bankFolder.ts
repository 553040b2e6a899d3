import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {onTestFinished} from "vitest";
import {projectRoot} from "../../loaders/environment.js";

export const tinyBank: string = join(projectRoot, "test/fixtures/ok/tiny-bank");

export interface BankFolder {
  readonly folder: string;
  /** The lines of a table's file, the header first. */
  lines(table: string): string[];
  /** Writes a file anew, as text or as bytes. */
  write(table: string, content: string | Buffer): void;
  /** Replaces a piece of a file, which must be there. */
  edit(table: string, from: string, to: string): void;
}

/** A copy of the tiny bank that a test may edit; removed when the test ends. */
export function bankFolder(): BankFolder {
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-bank-"));
  cpSync(tinyBank, folder, {recursive: true});
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const path = (table: string) => join(folder, `${table}.csv`);
  const text = (table: string) => readFileSync(path(table), "utf8");
  return {
    folder,
    lines: (table) => text(table).trimEnd().split("\n"),
    write: (table, content) => writeFileSync(path(table), content),
    edit(table, from, to) {
      const old = text(table);
      if (!old.includes(from)) throw new Error(`no ${JSON.stringify(from)} in ${table}.csv`);
      writeFileSync(path(table), old.replace(from, to));
    },
  };
}
