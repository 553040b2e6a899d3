/**
 * What a TypeScript loader is made of cannot be told before it has run: beside the modules that it imports, which the
 * bundler knows, it reads `.sql` files by name. So whatever is read by name, a file or the list of a folder, is read
 * here and noted with a hash of what it held, and the runner keeps the notes beside the dataset.
 */
import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {projectRoot} from "./environment.js";

/** Hashes by path from the project's root. */
export type InputHashes = Readonly<Record<string, string>>;

const noted: Record<string, string> = {};

/** What this process has read by name so far, as it was then. */
export const inputsRead: InputHashes = noted;

/** The text of a file that a dataset may be made of. */
export function readInput(file: string): string {
  const text = readFileSync(file, "utf8");
  noted[pathOf(file)] = hashOf(text);
  return text;
}

/** The names in a folder of such files, in order. */
export function listInputs(folder: string): string[] {
  const names = readdirSync(folder).sort();
  noted[pathOf(folder)] = hashOf(names.join("\n"));
  return names;
}

/** A function that tells whether all inputs still are what they were; it looks at each file once. */
export function inputComparison(): (inputs: InputHashes) => boolean {
  const now = new Map<string, string>();
  return (inputs) =>
    Object.entries(inputs).every(([path, hash]) => {
      if (!now.has(path)) now.set(path, currentHash(join(projectRoot, path)));
      return now.get(path) === hash;
    });
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function currentHash(path: string): string {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (!stats) return "gone";
  return hashOf(
    stats.isDirectory() ? readdirSync(path).sort().join("\n") : readFileSync(path, "utf8"),
  );
}

function pathOf(file: string): string {
  return relative(projectRoot, resolve(file));
}
