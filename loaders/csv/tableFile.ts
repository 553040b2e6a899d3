import {join} from "node:path";
import {projectRoot} from "../environment.js";
import {fileKind} from "./fileKind.js";

/** Where `npm run seed` puts the bank. */
export const seedFolder: string = join(projectRoot, "data/seed");

/** The CSV file of a table in a bank's folder. Throws where there is none, and on a folder, a pipe or a device. */
export function tableFile(folder: string, table: string): string {
  const file = join(folder, `${table}.csv`);
  const kind = fileKind(file);
  if (kind === "file") return file;
  if (kind === undefined) {
    throw new Error(`missing table: ${table} (no ${file}; run npm run seed)`);
  }
  throw new Error(`not a table: ${table} (${file} is a ${kind}; put a CSV file in its place)`);
}
