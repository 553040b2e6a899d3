/** Work that begins while datasets are made, in a process of its own, and is told when they are there. */
import {once} from "node:events";
import {endOf, startNode} from "../../loaders/childProcess.js";
import {type Environment, environment} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {errorWords} from "../../loaders/machineError.js";

export interface BesideDatasets {
  /** Comes when it ends by itself, as it does before `finish` where something is wrong already; `finish` then tells what. */
  readonly ended: Promise<unknown>;
  /**
   * Tells the process that the datasets are there, with the settings that hold it to their snapshot, and waits for its end;
   * comes back with what it printed. Throws what it said where it fails.
   */
  finish(settings: Environment): Promise<string>;
  /** Ends it, where it is not needed any more. */
  stop(): Promise<void>;
}

/** Starts a script of this project, given with the arguments of Node; in it `datasetsMade` waits for `finish`. */
export function startBeside(args: readonly string[], settings: Environment = {}): BesideDatasets {
  const child = startNode(["--import", "tsx", ...args], {
    env: {...environment, ...settings},
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const printed: string[] = [];
  const said: string[] = [];
  child.stdout!.on("data", (chunk) => {
    printed.push(String(chunk));
    said.push(String(chunk));
  });
  child.stderr!.on("data", (chunk) => said.push(String(chunk)));
  const ended = endOf(child);
  ended.catch(() => {}); // told by `finish`
  return {
    ended,
    async finish(settings) {
      // one that has failed by now is not there to listen
      if (child.connected) child.send(settings, () => {});
      const code = await ended;
      if (code !== 0) throw new Error(said.join("").trim() || `${args.at(-1)} failed`);
      return printed.join("");
    },
    async stop() {
      child.kill();
      await ended.catch(() => {});
    },
  };
}

/** In such a process: the settings that it is told once the datasets are there. */
export async function datasetsMade(): Promise<Environment> {
  const [settings] = await once(process, "message");
  process.disconnect();
  return settings;
}

/** The work of such a process: an error of it is told in words, with its stack at `LOG_LEVEL=debug`, and ends it with code 1. */
export async function besideDatasets(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${errorWords(error)}\n`);
    log.debug(error);
    process.exitCode = 1;
  } finally {
    if (process.connected) process.disconnect(); // or it would wait for the datasets
  }
}
