import {closeSync, fstatSync, openSync} from "node:fs";

/** A file that stays what it is while it is read, also where another takes its place. */
export interface OpenFile {
  readonly path: string;
  /** To be closed by who reads it. */
  readonly descriptor: number;
  readonly size: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly time: number;
  readonly inode: number;
}

/** Opens a file to be read; undefined where no file stands that can be read, or none any longer. */
export function maybeOpen(path: string): OpenFile | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return undefined;
  }
  const stats = fstatSync(descriptor);
  if (stats.isFile())
    return {path, descriptor, size: stats.size, time: stats.mtimeMs, inode: stats.ino};
  closeSync(descriptor);
  return undefined;
}
