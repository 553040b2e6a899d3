import {join} from "node:path";
import {text} from "node:stream/consumers";
import {endOf, startNode} from "../childProcess.js";
import {projectRoot} from "../environment.js";
import {readInput} from "../inputFiles.js";

const program = join(projectRoot, "loaders/snapshot/freshEngine.mjs");

/**
 * Runs statements in a DuckDB of a process of its own, in memory until one attaches a file. A file that DuckDB writes has
 * gaps of up to some dozen bytes, which hold what the memory of its process held before: here, what these statements read
 * and nothing else. Throws what DuckDB says of the first that fails.
 */
export async function runInFreshEngine(
  statements: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  // noted as what a dataset is made of, as the modules are that this one imports
  readInput(program);
  const child = startNode([program], {stdio: ["pipe", "ignore", "pipe"]});
  // where it ends before it has read them, its own words and its code tell more
  child.stdin!.on("error", () => {});
  child.stdin!.end(JSON.stringify({settings, statements}));
  const [code, said] = await Promise.all([endOf(child), text(child.stderr!)]);
  if (code !== 0)
    throw new Error(said.trim() || `an engine's process ended with ${code ?? "a signal"}`);
}
