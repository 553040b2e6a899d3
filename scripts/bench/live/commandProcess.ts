/** A command of the project as a process of its own, which can be killed and started again. */
import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {endOf, startNode} from "../../../loaders/childProcess.js";
import {type Environment, environment} from "../../../loaders/environment.js";

/** Bytes of what the process said last that an error shows. */
const shownBytes = 2000;

export class CommandProcess {
  readonly #name: string;
  readonly #args: readonly string[];
  readonly #env: Environment;
  #child: ChildProcess | undefined;
  #said = "";

  /** `args` are the script and its options; `env` comes over the environment of this process. */
  constructor(name: string, args: readonly string[], env: Environment = {}) {
    this.#name = name;
    this.#args = args;
    this.#env = {...environment, ...env};
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  start(): void {
    const child = startNode(["--import", "tsx", ...this.#args], {
      env: {...this.#env},
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#said = (this.#said + text).slice(-shownBytes);
    });
    this.#child = child;
  }

  /** Runs it to its end. */
  async run(): Promise<void> {
    this.start();
    await this.#ended(endOf(this.#child!));
  }

  /** Throws where the process has ended by itself. */
  assertRuns(): void {
    const {exitCode, signalCode} = this.#child!;
    if (exitCode === null && signalCode === null) return;
    throw new Error(`the ${this.#name} ended by itself (${exitCode ?? signalCode})`);
  }

  async kill(): Promise<void> {
    this.assertRuns();
    const ended = once(this.#child!, "exit");
    this.#child!.kill("SIGKILL");
    await ended;
  }

  /** Asks it to end, and waits. Throws where it ends with an error. */
  async end(): Promise<void> {
    this.assertRuns();
    const ended = endOf(this.#child!);
    this.#child!.kill("SIGTERM");
    await this.#ended(ended);
  }

  /** Ends it as it is; does nothing where it has ended. */
  abandon(): void {
    this.#child?.kill("SIGKILL");
  }

  /** What it said last, with its name. */
  get lastWords(): string {
    return `the ${this.#name} said: ${this.#said}`;
  }

  async #ended(end: Promise<number | null>): Promise<void> {
    const code = await end;
    if (code !== 0) throw new Error(`the ${this.#name} ended with code ${code}`);
  }
}
