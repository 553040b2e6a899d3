/**
 * What the runner remembers: for each dataset a hash of all it was made from, and what came out. A dataset
 * is fresh when both still hold: nothing it is made of has changed, and the output is the one that was made.
 */
import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../environment.js";
import {writeAside} from "../writeAside.js";
import type {Dataset} from "./dataset.js";

export interface MadeEntry {
  readonly inputs: string;
  readonly byteCount: number;
  /** SHA-256 of the output. */
  readonly outputHash: string;
  /** Rows, where the format tells. */
  readonly rowCount: number | null;
}

/** What was made, by target. */
export type Made = Map<string, MadeEntry>;

const madeFile = join(projectRoot, "src/.observablehq/datasets.json");

export function readMade(): Made {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(madeFile, "utf8"))));
  } catch {
    return new Map(); // where nothing is remembered everything is stale
  }
}

export function writeMade(made: Made): void {
  const entries = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
  writeAside(madeFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

/** Whether a dataset's output is there and is what was made from the same inputs, as remembered. */
export function isFresh({output}: Dataset, inputs: string, entry: MadeEntry | undefined): boolean {
  if (entry?.inputs !== inputs) return false;
  if (statSync(output, {throwIfNoEntry: false})?.size !== entry.byteCount) return false;
  return hashBytes(readFileSync(output)) === entry.outputHash;
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
