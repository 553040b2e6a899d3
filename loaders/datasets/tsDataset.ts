import {rmSync} from "node:fs";
import {endOf, startNode} from "../childProcess.js";
import type {Environment} from "../environment.js";
import {bundleLoader} from "./bundle.js";
import type {MadeDataset} from "./sqlDataset.js";

/**
 * Runs a TypeScript loader in a process of its own; its stdout is the dataset. Throws what it wrote to stderr
 * where it fails.
 */
export async function makeTsDataset(loader: string, env: Environment): Promise<MadeDataset> {
  const bundle = await bundleLoader(loader);
  try {
    return await runLoader(loader, bundle, env);
  } finally {
    rmSync(bundle);
  }
}

async function runLoader(loader: string, bundle: string, env: Environment): Promise<MadeDataset> {
  const child = startNode(["--enable-source-maps", bundle], {
    env: {...env},
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
  const code = await endOf(child);
  const said = Buffer.concat(errors).toString("utf8").trim();
  if (code !== 0) throw new Error(said || `exited with code ${code}`);
  if (said) process.stderr.write(`${said}\n`);
  const bytes = Buffer.concat(output);
  return {bytes, rowCount: loader.endsWith(".json.ts") ? rowsOfJson(bytes) : null};
}

function rowsOfJson(bytes: Buffer): number | null {
  const value: unknown = JSON.parse(bytes.toString("utf8"));
  return Array.isArray(value) ? value.length : null;
}
