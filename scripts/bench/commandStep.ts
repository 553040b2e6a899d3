import {spawn} from "node:child_process";
import {endOf} from "../../loaders/childProcess.js";
import {type Environment, environment} from "../../loaders/environment.js";
import {type PeakMemory, watchMemory} from "./peakMemory.js";

/** What a command took. */
export interface Step extends PeakMemory {
  readonly seconds: number;
}

/** Runs a module of this project in a process of its own, in `folder`, over the CSV files unless told. Throws where it fails. */
export async function commandStep(
  folder: string,
  args: readonly string[],
  env: Environment = {DATA_SOURCE: "csv"},
): Promise<Step> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: folder,
    env: {...environment, ...env},
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new AbortController();
  const peak = watchMemory(child.pid!, ended.signal);
  const code = await endOf(child);
  ended.abort();
  if (code !== 0) throw new Error(`node ${args.join(" ")} failed with code ${code}`);
  return {seconds: (performance.now() - start) / 1000, ...(await peak)};
}
