/**
 * Which datasets tell of single postings: they are not made where the snapshot does not have all legs. Each loader says it in
 * its header, below its size, and a test holds it to that.
 *
 *     -- Legs: needed.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../environment.js";
import type {Dataset} from "./dataset.js";

export function needsLegs({loader}: Pick<Dataset, "loader">): boolean {
  return /^(?:--|\/\/) Legs: needed\.$/m.test(readFileSync(join(projectRoot, loader), "utf8"));
}
