/** What the runner remembers: for each dataset all that it was made from, as hashes, and what came out. */
import {createHash} from "node:crypto";
import {join} from "node:path";
import {projectRoot} from "../environment.js";
import type {InputHashes} from "../inputFiles.js";
import {readMemory} from "../memoryFile.js";
import {writeAside} from "../writeAside.js";

export interface MadeEntry {
  /** Of what is known before the loader runs, and the files that it has noted. */
  readonly inputs: string;
  readonly files: InputHashes;
  readonly byteCount: number;
  /** SHA-256 of the output. */
  readonly outputHash: string;
  /** Rows, where the format tells. */
  readonly rowCount: number | null;
  /** How long it took. */
  readonly milliseconds: number;
}

/** What was made, by target. */
export type Made = Map<string, MadeEntry>;

const madeFile = join(projectRoot, "src/.observablehq/datasets.json");

/** Where nothing is remembered everything is stale. */
export function readMade(): Made {
  return readMemory(madeFile);
}

export function writeMade(made: Made): void {
  const entries = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
  writeAside(madeFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
