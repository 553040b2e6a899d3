import {linkSync, readFileSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {filesBelow} from "../../loaders/sourceFiles.js";

/** Below that, a file of its own costs less than a look at the other. */
const leastBytes = 2 ** 16;

/**
 * Makes the large files of a site one with those of a site `alike` that hold the same: many editions have one engine. A build
 * never writes into a file that is there.
 */
export function shareFiles(folder: string, alike: string): void {
  for (const name of filesBelow(folder)) {
    const [own, other] = [join(folder, name), join(alike, name)];
    const {size} = statSync(own);
    if (size < leastBytes || statSync(other, {throwIfNoEntry: false})?.size !== size) continue;
    if (!readFileSync(own).equals(readFileSync(other))) continue;
    rmSync(own);
    linkSync(other, own);
  }
}
