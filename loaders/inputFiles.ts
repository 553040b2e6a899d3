/**
 * What a TypeScript loader is made of cannot be told before it has run: beside the modules that it imports, which the
 * bundler knows, it reads `.sql` files by name. So whatever is read by name, a file or the list of a folder, is read
 * here and noted with a hash of what it held, and the runner keeps the notes beside the dataset.
 */
import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {projectRoot} from "./environment.js";
import {fileStamp} from "./fileStamp.js";

/** Hashes by path from the project's root. */
export type InputHashes = Readonly<Record<string, string>>;

type Notes = Record<string, string>;

let notes: Notes = {};

/** The notes of works under way, beside those of the whole process. */
const recordings = new Set<Notes>();

/** What this process has read by name so far, or since it has forgotten, as it was then. */
export function inputsRead(): InputHashes {
  return notes;
}

/** Begins anew, for another dataset. */
export function forgetInputs(): void {
  notes = {};
}

/** Does some work; beside what it comes back with, what was read by name meanwhile. */
export async function withInputs<T>(
  work: () => Promise<T>,
): Promise<{value: T; read: InputHashes}> {
  const read: Notes = {};
  recordings.add(read);
  try {
    return {value: await work(), read};
  } finally {
    recordings.delete(read);
  }
}

/** Notes what a piece of work has read that was done before, and is used again. */
export function noteInputs(read: InputHashes): void {
  for (const kept of [notes, ...recordings]) Object.assign(kept, read);
}

/** The text of a file that a dataset may be made of. */
export function readInput(file: string): string {
  const text = readFileSync(file, "utf8");
  noteInputs({[pathOf(file)]: hashOf(text)});
  return text;
}

/** The names in a folder of such files, in order. */
export function listInputs(folder: string): string[] {
  const names = readdirSync(folder).sort();
  noteInputs({[pathOf(folder)]: hashOf(names.join("\n"))});
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
  if (stats.isDirectory()) return hashOf(readdirSync(path).sort().join("\n"));
  const stamp = fileStamp(path);
  const known = hashes.get(path);
  if (known?.stamp === stamp) return known.hash;
  const hash = hashOf(readFileSync(path, "utf8"));
  hashes.set(path, {stamp, hash});
  return hash;
}

/** Of files that this process has looked at: a preview looks at some hundred of them after each change. */
const hashes = new Map<string, {readonly stamp: string; readonly hash: string}>();

function pathOf(file: string): string {
  return relative(projectRoot, resolve(file));
}
