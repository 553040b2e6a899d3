import {type ChildProcess, spawn} from "node:child_process";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";

const framework = dirname(
  createRequire(import.meta.url).resolve("@observablehq/framework/package.json"),
);

/** Starts `observable` with the given arguments and settings, without telemetry; its output can be read. */
export function startObservable(
  args: readonly string[],
  settings: Environment = {},
): ChildProcess & {stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream} {
  return spawn(process.execPath, [join(framework, "dist/bin/observable.js"), ...args], {
    cwd: projectRoot,
    env: {...environment, ...settings, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs `observable build`. Throws what it said where it fails. */
export async function observableBuild(settings: Environment): Promise<void> {
  const child = startObservable(["build"], settings);
  const said: string[] = [];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  child.stderr.on("data", (chunk) => said.push(String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`observable build failed:\n${said.join("").trim()}`);
}
