/**
 * Keeps the datasets up to date while people work: a change to a loader, to what one imports, to a SELECT or to
 * the generated bank makes just what depends on it, and Framework's preview takes it into the open page.
 * What has changed is not asked of the file system, whose events are hints at best, but of the runner. A change ends the run
 * that may be under way: what somebody has just saved does not wait for what nobody looks at.
 * A database sends no events: it is asked from time to time whether it has changed.
 */
import {once} from "node:events";
import {existsSync, mkdirSync, type Stats} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import {watch} from "chokidar";
import {seedFolder} from "../csv/tableFile.js";
import {type Environment, environment, projectRoot} from "../environment.js";
import {choiceOf, ensureSnapshot} from "../snapshot/snapshot.js";
import type {DatasetReport} from "./making.js";
import {makeDatasets, type RunReport} from "./runner.js";
import {isAsRead, isTouch} from "./touches.js";
import {openTurns} from "./turns.js";

/** How long the files must have been quiet: an editor writes once, the generator for a second or two. */
const quietMs = {code: 25, bank: 600};

const pollMs = 3000;

/** A database that changes all the time is followed for at most so large a part of the time. */
const pollShare = 0.1;

const codeFolders = ["loaders", "scripts", "sql", "src/data", "src/lib", "src/watches"];

export interface DatasetWatch {
  /** Makes what is out of date; resolves when that is done, also where it fails. */
  run(): Promise<void>;
  /** Brings one dataset up to date before others, by its target. Rejects where the run fails or no loader makes it. */
  bring(target: string): Promise<DatasetReport>;
  /** Ends the watch, after the run that may be under way. */
  close(): Promise<void>;
}

/**
 * Watches and makes, until closed; what changes once this has come back is seen. `onDataset` is told of each dataset as
 * soon as it is known to be up to date or failed, `onRun` is told of each run that made, removed or failed something;
 * `onError` of a source or snapshot that fails. The next change tries again.
 */
export async function watchDatasets({
  env = environment,
  onDataset = () => {},
  onRun,
  onError,
}: {
  env?: Environment;
  onDataset?: (report: DatasetReport) => void;
  onRun: (report: RunReport) => void;
  onError: (error: Error) => void;
}): Promise<DatasetWatch> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;
  let settings = env;
  let trouble: string | undefined;
  let restUntil = 0;

  const touched = new Map<string, Date>();
  const turns = openTurns(
    () => void enqueue(run),
    (report) => isAsRead(report, touched),
  );
  /** What was saved since the last run that was not overtaken had begun. */
  const saved = new Set<string>();
  /** What runs made that were overtaken since the last that was not; undefined where there was none. */
  let madeBefore: Map<string, DatasetReport> | undefined;

  const run = async () => {
    let isOvertaken = false;
    const savedBefore = new Set(saved);
    const found = await turns.run(async (onlooker, overtaken) => {
      const report = await makeDatasets({
        env: settings,
        overtaken,
        onlooker: {
          ...onlooker,
          onReport(dataset) {
            onlooker.onReport(dataset);
            onDataset(dataset);
          },
          saved: savedBefore,
          touched,
        },
      });
      isOvertaken = overtaken.aborted;
      return report;
    });
    settings = {...env, ...choiceOf(found.snapshot)};
    if (isOvertaken) {
      madeBefore ??= new Map();
      for (const dataset of found.datasets)
        if (dataset.state === "made") madeBefore.set(dataset.target, dataset);
      return;
    }
    for (const path of savedBefore) saved.delete(path);
    const datasets = found.datasets.map((dataset) =>
      dataset.state === "fresh" ? (madeBefore?.get(dataset.target) ?? dataset) : dataset,
    );
    const isNews = datasets.some(({state}) => state !== "fresh") || found.removed.length > 0;
    if (isNews || madeBefore || trouble !== undefined) onRun({...found, datasets});
    [madeBefore, trouble] = [undefined, undefined];
  };
  const poll = async () => {
    if (settings.DATA_SOURCE === "csv" || !settings.DB_HOST) return;
    const started = performance.now();
    if (started < restUntil) return;
    const snapshot = await ensureSnapshot({env: settings});
    settings = {...env, ...choiceOf(snapshot)};
    if (!snapshot.isMade && trouble === undefined) return;
    await run();
    const ended = performance.now();
    restUntil = ended + (ended - started) / pollShare;
  };
  /** One after the other; the same trouble is told once. */
  const enqueue = (work: () => Promise<void>) => {
    running = running.then(async () => {
      if (isClosed) return;
      try {
        await work();
      } catch (error) {
        const cause = error instanceof Error ? error : new Error(String(error));
        if (cause.message !== trouble) onError(cause);
        trouble = cause.message;
      }
    });
    return running;
  };
  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turns.overtake();
      void enqueue(run);
    }, delay);
  };
  const codeChanged = (_: string, path: string) => {
    const file = relative(projectRoot, path);
    if (isTouch(file, touched)) return;
    saved.add(file);
    schedule(quietMs.code);
  };
  const polling = setInterval(() => enqueue(poll), pollMs);

  mkdirSync(seedFolder, {recursive: true});
  const code = codeFolders.map((folder) => join(projectRoot, folder)).filter(existsSync);
  const watchers = [
    watch(code, {ignoreInitial: true}).on("all", codeChanged),
    watch(join(projectRoot, "src"), {ignoreInitial: true, ignored: isNoPathQuery}).on("all", () =>
      schedule(quietMs.code),
    ),
    watch(dirname(seedFolder), {ignoreInitial: true, ignored: isBesideSeed}).on("all", () =>
      schedule(quietMs.bank),
    ),
  ];
  for (const watcher of watchers) watcher.on("error", (error) => onError(error as Error));
  await Promise.all(watchers.map((watcher) => once(watcher, "ready")));
  return {
    run: () => enqueue(run),
    bring: turns.wait,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(polling);
      await Promise.all(watchers.map((watcher) => watcher.close()));
      await running;
    },
  };
}

/** The queries that name pages stand beside them. */
function isNoPathQuery(path: string, stats?: Stats): boolean {
  return /[/\\]\.observablehq$/.test(path) || (stats?.isFile() === true && !/\]\.sql$/.test(path));
}

/** The seed folder is exchanged whole when a bank is generated: it is watched from the folder around it. */
function isBesideSeed(path: string): boolean {
  return path !== dirname(seedFolder) && path !== seedFolder && !path.startsWith(seedFolder + sep);
}
