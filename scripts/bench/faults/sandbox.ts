/**
 * A copy of the project with a few pages, on a file system of its own in memory, which can be made full or read-only.
 * Where this process may not mount one, it is a plain folder, and these two faults are left out.
 */
import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Environment, environment, projectRoot} from "../../../loaders/environment.js";
import {copyFolder, mount, patiently, processesIn, remount, roomBytes} from "./machine.js";

/** How a command is run. */
export interface RunOptions {
  /** A program that runs it under some limit, with its arguments. */
  readonly under?: readonly string[];
  /** Further arguments of Node. */
  readonly node?: readonly string[];
  readonly env?: Environment;
  /** A file that takes what it prints. */
  readonly output?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  /** What it said to a person. */
  readonly stderr: string;
}

/** A command at work. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/**
 * A command that goes on for so long is killed, which is a loss where no kill was due. Only an engine that is short of
 * memory may wait for ever, for a thread that it could not start.
 */
const patienceMs = 180_000;

export class Sandbox {
  /** The copy of the project. */
  readonly folder: string;
  /** Its folder for temporary files. */
  readonly temporary: string;
  /** Whether its disk can be made full and read-only. */
  readonly isMounted: boolean;
  readonly #place: string;
  readonly #close = () => this.close();

  constructor() {
    this.#place = mkdtempSync(join(tmpdir(), "countinghouse-faults-"));
    chmodSync(this.#place, 0o755);
    this.isMounted = mount(this.#place);
    process.once("exit", this.#close);
    this.folder = join(this.#place, "project");
    this.temporary = join(this.#place, "temporary");
    mkdirSync(this.temporary);
    chmodSync(this.temporary, 0o1777);
  }

  start(
    args: readonly string[],
    {under = [], node = [], env = {}, output}: RunOptions = {},
  ): Running {
    const tsx = pathToFileURL(join(projectRoot, "node_modules/tsx/dist/loader.mjs")).href;
    const bundled = join("commands", args[0]!.replace(/\.ts$/, ".mjs"));
    const module = existsSync(join(this.folder, bundled))
      ? ["--enable-source-maps", bundled]
      : ["--import", tsx, args[0]!];
    const command = [...under, process.execPath, ...node, ...module, ...args.slice(1)];
    const child = spawn(command[0]!, command.slice(1), {
      cwd: this.folder,
      env: {
        PATH: environment.PATH,
        HOME: this.temporary,
        TMPDIR: this.temporary,
        DATA_SOURCE: "csv",
        LOG_LEVEL: "info",
        ...env,
      },
      stdio: ["ignore", output ?? "pipe", "pipe"],
    });
    const deadline = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    const said = {stdout: "", stderr: ""};
    for (const name of ["stdout", "stderr"] as const)
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        said[name] += text;
      });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        clearTimeout(deadline);
        resolve({code, signal, ...said});
      });
    });
    return {child, ended};
  }

  /** Runs a command undisturbed. Throws what it said where it fails. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    const ended = await this.start(args, options).ended;
    if (ended.code !== 0)
      throw new Error(
        `${args.join(" ")} ended with ${ended.code ?? ended.signal}:\n${ended.stderr}`,
      );
    return ended;
  }

  /** How many bytes its files take. */
  get usedBytes(): number {
    const {blocks, bfree, bsize} = statfsSync(this.#place);
    return (blocks - bfree) * bsize;
  }

  /** Leaves so many bytes on its disk, for the time of the work. */
  async withRoom<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    remount(this.#place, `size=${Math.floor((this.usedBytes + bytes) / 4096) * 4}k`);
    try {
      return await work();
    } finally {
      remount(this.#place, `size=${roomBytes}`);
    }
  }

  /** Lets nobody write on its disk, for the time of the work. */
  async readOnly<T>(work: () => Promise<T>): Promise<T> {
    await patiently(() => remount(this.#place, "ro"));
    try {
      return await work();
    } finally {
      remount(this.#place, "rw");
    }
  }

  /** Waits until no process is at work in the copy. */
  async untilQuiet(): Promise<void> {
    await patiently(() => {
      const left = processesIn(this.folder);
      if (left.length > 0) throw new Error(`still at work: ${left.join(", ")}`);
    });
  }

  /** Removes the copy and makes it anew from another folder. */
  replaceWith(folder: string): void {
    for (const path of [this.folder, this.temporary])
      for (const name of readdirSync(path))
        rmSync(join(path, name), {recursive: true, force: true});
    copyFolder(folder, this.folder);
  }

  close(): void {
    process.off("exit", this.#close);
    if (this.isMounted) execFileSync("umount", ["--lazy", this.#place]);
    rmSync(this.#place, {recursive: true, force: true});
  }
}
