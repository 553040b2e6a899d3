import type {ChildProcessByStdio} from "node:child_process";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import type {Readable} from "node:stream";
import {startNode} from "../../loaders/childProcess.js";
import {type Environment, environment} from "../../loaders/environment.js";

const framework = dirname(
  createRequire(import.meta.url).resolve("@observablehq/framework/package.json"),
);

const oneWindow = String(new URL("./oneWindow.mjs", import.meta.url));

/** Its output can be read. */
export type ObservableProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts `observable` with the given arguments and settings, without telemetry. */
export function startObservable(
  args: readonly string[],
  settings: Environment = {},
): ObservableProcess {
  return startNode(["--import", oneWindow, join(framework, "dist/bin/observable.js"), ...args], {
    env: {...environment, ...settings, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdio: ["ignore", "pipe", "pipe"],
  }) as ObservableProcess;
}
