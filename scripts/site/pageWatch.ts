import {once} from "node:events";
import {join} from "node:path";
import {watch} from "chokidar";
import {endOf, startNodeBehind} from "../../loaders/childProcess.js";
import {log} from "../../loaders/log.js";
import {errorWords} from "../../loaders/machineError.js";
import type {Findings} from "../check/checkPages.js";

export interface PageWatch {
  /** Ends the watch, after the check that may be under way. */
  close(): Promise<void>;
}

/** How long the files must have been quiet: what was changed reaches the page first. */
const quietMs = 1_000;

/**
 * Checks the pages in `src/` now and after each change, until closed, and tells what is wrong with them; loaders are left
 * to those who make the datasets. A check gives way to everything else: the page that is looked at comes first.
 */
export async function watchPages(
  projectRoot: string,
  onProblems: (problems: readonly string[]) => void,
): Promise<PageWatch> {
  const root = join(projectRoot, "src");
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;
  let told = "[]";

  const check = async () => {
    const findings = isClosed ? undefined : await findingsOf(projectRoot);
    const problems = findings?.pages ?? [];
    if (findings === undefined || isClosed || JSON.stringify(problems) === told) return;
    told = JSON.stringify(problems);
    onProblems(problems);
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(check);
    }, quietMs);
  };
  const watcher = watch([root, join(projectRoot, "sql")], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      path === join(root, ".observablehq") ||
      (stats?.isFile() === true && !/\.(md|ts|sql|csv)$/.test(path)),
  });
  watcher.on("all", schedule);
  watcher.on("error", (error) => log.warn(`pages are not followed: ${errorWords(error)}`));
  await once(watcher, "ready");
  schedule();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}

/** Undefined where the check itself fails: SQL that all loaders share is wrong, and they say so. */
async function findingsOf(projectRoot: string): Promise<Findings | undefined> {
  const child = startNodeBehind(["--import", "tsx", "scripts/check/report.ts"], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said: string[] = [];
  child.stdout!.on("data", (chunk) => said.push(String(chunk)));
  return (await endOf(child)) === 0 ? (JSON.parse(said.join("")) as Findings) : undefined;
}
