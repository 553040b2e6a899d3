import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";

/** What makes the site, from the project's root. */
const parts = [
  "src",
  "loaders",
  "scripts",
  "sql",
  "observablehq.config.ts",
  "package.json",
  "package-lock.json",
];

const isCopied = (path: string) => !/[/\\](\.observablehq|node_modules)([/\\]|$)/.test(path);

/** A bank that is made in a second and has a year to compare with. */
const smallBank = ["--individuals", "150", "--companies", "14", "--months", "14", "--seed", "7"];

/** The environment of a process in a copy of the project: nothing of this machine's own settings. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  DATA_SOURCE: "csv",
  LOG_LEVEL: "info",
};

/** A hash of all that makes the site: the same hash, the same site. */
export function projectHash(): string {
  const hash = createHash("sha256").update(JSON.stringify(smallBank));
  for (const part of [...parts, "test/fixtures/site"]) {
    for (const file of filesOf(join(projectRoot, part)))
      hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Copies the project into `folder`, with a small bank of its own and the pages of `test/fixtures/site` among
 * its guides, so that tests leave the working copy and what stands in its cache alone.
 */
export async function copyProject(folder: string): Promise<void> {
  mkdirSync(folder, {recursive: true});
  for (const part of parts) {
    cpSync(join(projectRoot, part), join(folder, part), {recursive: true, filter: isCopied});
  }
  cpSync(join(projectRoot, "test/fixtures/site"), join(folder, "src"), {recursive: true});
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");
  await runIn(folder, ["--import", "tsx", "scripts/seed.ts", ...smallBank]);
}

/** Runs Node in a copy of the project. Throws what it said where it fails. */
export async function runIn(
  folder: string,
  args: readonly string[],
  start: (args: readonly string[], options: object) => ReturnType<typeof spawn> = (args, options) =>
    spawn(process.execPath, args, options),
): Promise<string> {
  const child = start(args, {
    cwd: folder,
    env: plainEnvironment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stdout?.on("data", (chunk) => said.push(String(chunk)));
  child.stderr?.on("data", (chunk) => said.push(String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`node ${args.join(" ")} failed:\n${said.join("")}`);
  return said.join("");
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isCopied)
    .sort();
}
