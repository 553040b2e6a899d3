/**
 * Generated banks for tests. Each set of parameters is made once per version of the generator and kept in the
 * system's temporary folder; workers that want the same one at the same time do not disturb each other.
 */
import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {environment, projectRoot} from "../../loaders/environment.js";

export interface BankParameters {
  readonly individuals?: number;
  readonly companies?: number;
  readonly months?: number;
  readonly seed?: number;
  readonly start?: string;
}

/** Where the generated banks are. */
export const generatedBanks: string = join(tmpdir(), "countinghouse-banks");

/** The folder of the bank with these parameters (those of `npm run seed` for what is left out). Do not change it. */
export function bank(parameters: BankParameters = {}): string {
  const options = Object.entries(parameters).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const key = createHash("sha256")
    .update(generatorHash())
    .update(options.sort().join(" "))
    .digest("hex");
  const folder = join(generatedBanks, key.slice(0, 24));
  if (existsSync(join(folder, "manifest.json"))) return folder;
  mkdirSync(generatedBanks, {recursive: true});
  const own = `${folder}-${process.pid}`;
  runSeed([
    ...Object.entries(parameters).flatMap(([name, value]) => [`--${name}`, String(value)]),
    "--out",
    own,
  ]);
  try {
    renameSync(own, folder);
  } catch (error) {
    // Another worker was first: its bank has the same bytes.
    rmSync(own, {recursive: true, force: true});
    if (!existsSync(join(folder, "manifest.json"))) throw error;
  }
  return folder;
}

/** Runs `npm run seed` with these arguments and returns what it printed on stderr; throws if it fails. */
export function runSeed(
  args: readonly string[],
  {
    node = process.execPath,
    cwd = projectRoot,
    env = {},
  }: {node?: string; cwd?: string; env?: Record<string, string>} = {},
): string {
  const tsx = `file://${projectRoot}node_modules/tsx/dist/loader.mjs`;
  return execFileSync(node, ["--import", tsx, `${projectRoot}scripts/seed.ts`, ...args], {
    cwd,
    env: {...environment, ...env},
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A hash of everything that the generator's bytes depend on. */
function generatorHash(): string {
  const hash = createHash("sha256");
  const folders = ["scripts/seed", "src/lib"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), {recursive: true, encoding: "utf8"})
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  );
  const files = [...folders, "scripts/seed.ts", "package-lock.json"];
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(projectRoot, file)));
  return hash.digest("hex");
}
