import {renameSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {clearAbandoned} from "./abandoned.js";
import {makeOwnFolder} from "./ownFolder.js";

/**
 * Writes a file beside its place and renames it, so that a reader sees the old one or the new one and never a part;
 * where that fails, nothing is left. What killed processes left in its folder is removed. With `time`, the file is as
 * old as that already when it appears.
 */
export function writeAside(
  file: string,
  content: string | Uint8Array,
  {time}: {time?: Date} = {},
): void {
  const aside = `${file}.${process.pid}.tmp`;
  const folder = dirname(file);
  makeOwnFolder(folder);
  clearAbandoned(folder, (name) => /\.(\d+)\.tmp$/.exec(name)?.[1]);
  try {
    writeFileSync(aside, content);
    if (time) utimesSync(aside, time, time);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, {force: true});
    throw error;
  }
}
