import {closeSync, constants, fstatSync, openSync, realpathSync} from "node:fs";
import {sep} from "node:path";

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

/** A pipe is opened at once, and found to be none of the site's files, where the system can do so. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file of a folder to be read; undefined where no file stands that can be read, or none any longer, and where a link
 * leads out of the folder.
 */
export function maybeOpen(path: string, folder: string): OpenFile | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, flags);
  } catch {
    return undefined;
  }
  const stats = fstatSync(descriptor);
  if (stats.isFile() && isWithin(path, folder))
    return {path, descriptor, size: stats.size, time: stats.mtimeMs, inode: stats.ino};
  closeSync(descriptor);
  return undefined;
}

/** Whether a path is in a folder, links followed; the folder may be one itself. */
function isWithin(path: string, folder: string): boolean {
  try {
    return realpathSync.native(path).startsWith(realpathSync.native(folder) + sep);
  } catch {
    return false; // exchanged meanwhile
  }
}
