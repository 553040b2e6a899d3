import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {closeSync, ftruncateSync, openSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {startNode, startNodeBehind} from "../childProcess.js";
import type {Environment} from "../environment.js";
import type {InputHashes} from "../inputFiles.js";
import {makeOwnFolder} from "../ownFolder.js";

/** What the process is told: a bundled loader, and its arguments, `--city=Porto`. */
export interface LoaderRun {
  /** The loader's path from the project's root. */
  readonly loader: string;
  readonly file: string;
  readonly args: readonly string[];
  /** Added to those of the process, for this loader and all that follow. */
  readonly settings?: Environment;
}

export interface LoaderOutput {
  readonly bytes: Buffer;
  /** What the loader has read by name. */
  readonly read: InputHashes;
}

/** What the process tells when a loader has ended. */
interface LoaderEnd {
  readonly code: number;
  /** What it holds then, in bytes. */
  readonly memory: number;
}

/** With more than that a process ends after a loader: what one has left is not added to what the next needs. */
const mostMemory = 2 ** 29;

/** A process that runs loaders one after the other. */
export interface LoaderProcess {
  /** Runs a loader; its stdout comes back. Throws what it wrote to stderr where it fails, also by ending the process. */
  run(loader: LoaderRun): Promise<LoaderOutput>;
  /** Ends the process at once: the loader that may be at work fails. */
  stop(): void;
  /** Ends the process, and removes its files. */
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

const hasEnded = ({child}: Running) => child.exitCode !== null || child.signalCode !== null;

/**
 * The process begins with the first loader, and anew where it has ended or holds more than `most` bytes. `host` is the bundled
 * `loaderHost.ts`, `folder` a new one for what loaders write: stdout and stderr are files, so that nothing is lost of a loader that
 * ends suddenly, nor of a process that it starts itself. One that `givesWay` does so to all other processes.
 */
export function openLoaderProcess(
  host: string,
  folder: string,
  env: Environment,
  {most = mostMemory, givesWay = false} = {},
): LoaderProcess {
  makeOwnFolder(folder);
  const files = ["stdout", "stderr", "notes"].map((name) => join(folder, name));
  // what is appended begins at the beginning again when the file has been emptied
  const [output, errors, notes] = files.map((file) => openSync(file, "a+")) as [
    number,
    number,
    number,
  ];
  let running: Running | undefined;
  let isStopped = false;

  const start = (): Running => {
    const child = (givesWay ? startNodeBehind : startNode)(["--enable-source-maps", host], {
      env: {...env},
      stdio: ["ignore", output, errors, notes, "ipc"],
    });
    // not when its streams have been closed: a channel that is closed from here keeps that from being told
    return {child, ended: once(child, "exit").then(([code]) => code as number | null)};
  };

  const end = async () => {
    if (running?.child.connected) running.child.disconnect();
    await running?.ended;
    running = undefined;
  };

  return {
    async run(loader) {
      if (isStopped) throw new Error("stopped");
      for (const file of [output, errors, notes]) ftruncateSync(file);
      // a loader may have ended it, and so may a machine that is short of memory, between two of them
      if (!running || hasEnded(running)) running = start();
      const {child, ended} = running;
      child.send(loader);
      const told = once(child, "message").then(([end]) => end as LoaderEnd);
      const {code, memory} = await Promise.race([told, ended.then((code) => ({code, memory: 0}))]);
      if (memory > most) await end();
      const [bytes, said, read] = files.map((file) => readFileSync(file));
      const words = said!.toString("utf8").trim();
      if (code !== 0) throw new Error(words || `exited with code ${code}`);
      if (words) process.stderr.write(`${words}\n`);
      return {bytes: bytes!, read: JSON.parse(read!.toString("utf8")) as InputHashes};
    },
    stop() {
      isStopped = true;
      running?.child.kill("SIGKILL");
    },
    async close() {
      await end();
      for (const file of [output, errors, notes]) closeSync(file);
      rmSync(folder, {recursive: true});
    },
  };
}
