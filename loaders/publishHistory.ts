/** The file in which builds keep what they have published. It is made by nothing else: `npm run clean` leaves it. */
import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Publish, parsePublishes} from "../src/lib/site/publishes.js";
import {projectRoot} from "./environment.js";
import {noteInputs, readInput} from "./inputFiles.js";

const path = "data/publishes.jsonl";

export const publishHistoryFile: string = join(projectRoot, path);

/** What was published, the oldest first; nothing, and why, where the file is broken. */
export function readPublishHistory(): {publishes: readonly Publish[]; mistake?: string} {
  if (!existsSync(publishHistoryFile)) {
    noteInputs({[path]: "gone"}); // and a dataset is made anew when it is there
    return {publishes: []};
  }
  try {
    return {publishes: parsePublishes(readInput(publishHistoryFile))};
  } catch (error) {
    return {publishes: [], mistake: `${path}: ${(error as Error).message}`};
  }
}
