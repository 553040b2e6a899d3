import {renameSync, rmSync} from "node:fs";
import {basename, dirname} from "node:path";
import {clearAbandoned} from "../../loaders/abandoned.js";
import {clearReplacements} from "../../loaders/replacedFolder.js";

/**
 * Removes a file or a folder, which is there as a whole or not at all, also where this is killed: nobody reads half a
 * site. What killed runs left of it, or had taken away, goes too.
 */
export function removeWhole(path: string): void {
  clearReplacements(path);
  const prefix = `${basename(path)}.gone-`;
  clearAbandoned(dirname(path), (name) =>
    name.startsWith(prefix) ? /^\d+$/.exec(name.slice(prefix.length))?.[0] : undefined,
  );
  const gone = `${path}.gone-${process.pid}`;
  rmSync(gone, {recursive: true, force: true}); // of an earlier process of the same id
  try {
    renameSync(path, gone);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  rmSync(gone, {recursive: true, force: true});
}
