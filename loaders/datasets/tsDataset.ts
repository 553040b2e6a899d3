import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {ownPath} from "../abandoned.js";
import {bundle} from "../bundle.js";
import {endOf, startNode} from "../childProcess.js";
import {type Environment, projectRoot} from "../environment.js";
import type {InputHashes} from "../inputFiles.js";
import type {Parameters} from "./pagePaths.js";
import type {MadeDataset} from "./sqlDataset.js";

export interface MadeTsDataset extends MadeDataset {
  /** The modules that the loader imports and what it has read by name. */
  readonly files: InputHashes;
}

/**
 * Runs a TypeScript loader in a process of its own; its stdout is the dataset. It gets its parameters as Framework gives
 * them, `--city=Porto`. Throws what it wrote to stderr
 * where it fails.
 */
export async function makeTsDataset(
  loader: string,
  env: Environment,
  parameters: Parameters = {},
): Promise<MadeTsDataset> {
  const {code, inputs} = await bundle("loaders/datasets/noteInputs.ts", loader);
  const file = `${ownPath(join(projectRoot, "src/.observablehq/loaders/bundle"))}.mjs`;
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, code);
  try {
    const {bytes, read} = await runLoader(file, env, parameters);
    const rowCount = loader.endsWith(".json.ts") ? rowsOfJson(bytes) : null;
    return {bytes, rowCount, files: {...inputs, ...read}};
  } finally {
    rmSync(file);
  }
}

async function runLoader(
  file: string,
  env: Environment,
  parameters: Parameters,
): Promise<{bytes: Buffer; read: InputHashes}> {
  const args = Object.entries(parameters).map(([name, value]) => `--${name}=${value}`);
  const child = startNode(["--enable-source-maps", file, ...args], {
    env: {...env},
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [output, errors, notes] = [1, 2, 3].map((at) => collect(child.stdio[at]));
  const code = await endOf(child);
  const said = errors!().toString("utf8").trim();
  if (code !== 0) throw new Error(said || `exited with code ${code}`);
  if (said) process.stderr.write(`${said}\n`);
  return {bytes: output!(), read: JSON.parse(notes!().toString("utf8")) as InputHashes};
}

/** Takes up what comes by a pipe of a process; to be asked when the process has ended. */
function collect(pipe: unknown): () => Buffer {
  const chunks: Buffer[] = [];
  (pipe as NodeJS.ReadableStream).on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks);
}

function rowsOfJson(bytes: Buffer): number | null {
  const value: unknown = JSON.parse(bytes.toString("utf8"));
  return Array.isArray(value) ? value.length : null;
}
