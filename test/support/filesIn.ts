import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** The files below a folder, each with its text. */
export function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
}
