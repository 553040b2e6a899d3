import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {environment, projectRoot} from "../../loaders/environment.js";
import {maybeBrowser, noBrowser} from "../site/browser.js";
import {visitSite} from "../site/visitSite.js";
import {copySources} from "../site/workingCopy.js";

/**
 * How long a cold build takes with the bank that is there, and what each page transfers before its first
 * chart. Built in a copy with an empty cache. Comes back with lines for a person.
 */
export async function benchSite(): Promise<string[]> {
  const seed = join(projectRoot, "data/seed");
  if (!existsSync(join(seed, "manifest.json")))
    throw new Error("no bank in data/seed (run npm run seed)");
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  try {
    copySources(projectRoot, folder);
    cpSync(seed, join(folder, "data/seed"), {recursive: true});
    const start = performance.now();
    await build(folder);
    const seconds = (performance.now() - start) / 1000;
    return [`cold build: ${seconds.toFixed(1)} s (aim: at most 30)`, ...(await transfers(folder))];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function build(folder: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
    cwd: folder,
    env: {...environment, DATA_SOURCE: "csv"},
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`the build failed with code ${code}`);
}

async function transfers(folder: string): Promise<string[]> {
  if (maybeBrowser(environment) === undefined) return [noBrowser];
  const visits = await visitSite(join(folder, "dist"), {env: environment});
  return visits.map(({path, firstChart: {isThere, byteCount, milliseconds}}) => {
    const kB = Math.round(byteCount / 1000);
    if (!isThere) return `/${path}: ${kB} kB, no chart in view`;
    const aim = isStory(path) ? " (aim: at most 300)" : "";
    return `/${path}: ${kB} kB before the first chart${aim}, drawn after ${milliseconds} ms`;
  });
}

/** Pages that tell something from small datasets; on the others the reader asks the engine. */
function isStory(path: string): boolean {
  return !/^(workbench|guide)\//.test(path);
}
