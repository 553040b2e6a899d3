import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {fileStamp} from "../fileStamp.js";
import {readMemory} from "../memoryFile.js";
import {writeAside} from "../writeAside.js";

interface Entry {
  readonly stamp: string;
  readonly sha256: string;
}

/**
 * SHA-256 of files by content, remembered in a small file between runs, so that 80 MB of CSV are read once
 * and not at every look. A file is read again when its size, inode, modification or change time differs.
 */
export interface FileHashes {
  /** The hash of a file, in hex; throws where there is none. */
  hash(file: string): Promise<string>;
  /** Writes down what was learned. */
  save(): void;
}

/** Hashes with the memory in a file, or without one that outlives the process. */
export function openFileHashes(memory?: string): FileHashes {
  const entries = memory ? readMemory<Entry>(memory) : new Map<string, Entry>();
  let changed = false;
  return {
    async hash(file) {
      const stamp = fileStamp(file);
      const known = entries.get(file);
      if (known?.stamp === stamp) return known.sha256;
      const hash = createHash("sha256");
      await pipeline(createReadStream(file, {highWaterMark: 1 << 20}), hash);
      const sha256 = hash.digest("hex");
      entries.set(file, {stamp, sha256});
      changed = true;
      return sha256;
    },
    save() {
      if (changed && memory) writeAside(memory, JSON.stringify(Object.fromEntries(entries)));
      changed = false;
    },
  };
}
