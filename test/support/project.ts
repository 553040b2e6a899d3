import {spawn} from "node:child_process";
import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import {siteSources} from "../../scripts/site/builtRecord.js";
import {copySources, siteParts} from "../../scripts/site/workingCopy.js";

/** A bank that is made in a second, with the months that a backtest takes and people enough to compare cities. */
const smallBank = ["--individuals", "400", "--companies", "80", "--months", "18", "--seed", "7"];

/** The environment of a process in a copy of the project: nothing of this machine's own settings. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  DATA_SOURCE: "csv",
  LOG_LEVEL: "info",
};

/** A hash of all that makes the site: the same hash, the same site. */
export function projectHash(): string {
  const parts = [...siteParts, "test/fixtures/site", "README.md"];
  return siteSources(projectRoot, smallBank, parts).slice(0, 16);
}

/**
 * Copies the project into `folder`, with a small bank of its own, the pages of `test/fixtures/site` among its
 * guides, and the analysis that the README adds. So tests leave the working copy and its cache alone.
 */
export async function copyProject(folder: string): Promise<void> {
  copySources(projectRoot, folder);
  cpSync(join(projectRoot, "test/fixtures/site"), join(folder, "src"), {recursive: true});
  for (const [file, text] of readmeExample()) writeFileSync(join(folder, file), text);
  await runIn(folder, ["--import", "tsx", "scripts/seed.ts", ...smallBank]);
}

/** The files of the README's example: a path on a line of its own, and the block of code below it. */
export function readmeExample(): [file: string, text: string][] {
  const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
  const blocks = readme.matchAll(/^ {3}`(src\/[^`]+)`\n\n {3}(`{3,})\w+\n([\s\S]*?)\n {3}\2$/gm);
  return Array.from(blocks, ([, file, , text]) => [file!, `${text!.replace(/^ {3}/gm, "")}\n`]);
}

/** Runs Node in a copy of the project, with `settings`. Throws what it said where it fails. */
export async function runIn(
  folder: string,
  args: readonly string[],
  {
    settings = {},
    start = (args, options) => spawn(process.execPath, args, options),
  }: {
    settings?: Environment;
    start?: (args: readonly string[], options: object) => ReturnType<typeof spawn>;
  } = {},
): Promise<string> {
  const child = start(args, {
    cwd: folder,
    env: {...plainEnvironment, ...settings},
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
