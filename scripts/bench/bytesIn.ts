import {statSync} from "node:fs";
import {join} from "node:path";
import {filesBelow} from "../../loaders/sourceFiles.js";

/** Bytes of the files of a folder and of those below it. */
export function bytesIn(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
