/**
 * Keeps the datasets up to date while people work: a change to a loader, to what one imports, to a SELECT or to
 * the generated bank makes just what depends on it, and Framework's preview takes it into the open page.
 * What has changed is not asked of the file system, whose events are hints at best, but of the runner.
 */
import {existsSync, type FSWatcher, mkdirSync, watch} from "node:fs";
import {join} from "node:path";
import {type Environment, environment, projectRoot} from "./environment.js";
import {makeDatasets, type RunReport} from "./runner.js";
import {seedFolder} from "./source.js";

/** How long the files must have been quiet: an editor writes once, the generator for a second or two. */
const quietMs = {code: 60, bank: 600};

const codeFolders = ["loaders", "scripts", "sql", "src/data", "src/lib"];

export interface DatasetWatch {
  /** Ends the watch, after the run that may be under way. */
  close(): Promise<void>;
}

/**
 * Watches and makes, until closed. `onRun` is told of each run that made, removed or failed something;
 * `onError` of a source or snapshot that fails. The next change tries again.
 */
export function watchDatasets({
  env = environment,
  onRun,
  onError,
}: {
  env?: Environment;
  onRun: (report: RunReport) => void;
  onError: (error: Error) => void;
}): DatasetWatch {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;

  const run = async () => {
    if (isClosed) return;
    try {
      const report = await makeDatasets({env, preview: true});
      const isNews =
        report.datasets.some(({state}) => state !== "fresh") || report.removed.length > 0;
      if (isNews) onRun(report);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, delay);
  };

  mkdirSync(seedFolder, {recursive: true});
  const watchers: FSWatcher[] = [
    ...codeFolders
      .map((folder) => join(projectRoot, folder))
      .filter((folder) => existsSync(folder))
      .map((folder) => watch(folder, {recursive: true}, () => schedule(quietMs.code))),
    watch(seedFolder, () => schedule(quietMs.bank)),
  ];
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await running;
    },
  };
}
