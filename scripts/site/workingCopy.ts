import {cpSync, mkdirSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {isSource} from "../../loaders/sourceFiles.js";

/** What the site is made of besides the bank, from the project's root. */
export const siteParts: readonly string[] = [
  "src",
  "loaders",
  "scripts",
  "sql",
  "observablehq.config.ts",
  "package.json",
  "package-lock.json",
];

/** Copies what makes the site into `folder`, with nothing made yet and the same packages installed. */
export function copySources(projectRoot: string, folder: string): void {
  mkdirSync(folder, {recursive: true});
  for (const part of siteParts) {
    cpSync(join(projectRoot, part), join(folder, part), {recursive: true, filter: isSource});
  }
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");
}
