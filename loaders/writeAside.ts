import {mkdirSync, renameSync, utimesSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";

/**
 * Writes a file beside its place and renames it, so that a reader sees the old one or the new one and never
 * a part. With `time`, the file is as old as that already when it appears.
 */
export function writeAside(
  file: string,
  content: string | Uint8Array,
  {time}: {time?: Date} = {},
): void {
  const aside = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(aside, content);
  if (time) utimesSync(aside, time, time);
  renameSync(aside, file);
}
