/**
 * The datasets of `npm run dev`. Framework takes longest to load, and so it is started before this module, with the
 * engine behind it, is asked for.
 */
import {failuresOf} from "../../loaders/datasets/report.js";
import {type RunReport, removeStaleOutputs} from "../../loaders/datasets/runner.js";
import {type DatasetWatch, watchDatasets} from "../../loaders/datasets/watch.js";
import type {Environment} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";

/** More datasets than these are not named one by one. */
const mostLines = 12;

export interface DevData extends DatasetWatch {
  /** Resolves when what is out of date has been taken away, and what the head of every page asks for is made, also where that fails. */
  readonly isBankRead: Promise<void>;
}

/** What the pages should show of them. */
export interface DataNews {
  /** What is wrong with loaders, source or snapshot. */
  onErrors(errors: readonly string[]): void;
  /** How many are still to be made. */
  onMissing(count: number): void;
  /** The last day of the data, `YYYY-MM-DD`. */
  onLastDay(asOf: string): void;
}

/** Follows the data until closed, and logs what is made and what fails; `news` is told until then. */
export async function openDevData(env: Environment, news: DataNews): Promise<DevData> {
  let isClosed = false;
  let missingCount = 0;
  const miss = (count: number) => {
    missingCount = Math.max(0, count);
    news.onMissing(missingCount);
  };
  const watch = await watchDatasets({
    env,
    onDataset({state}) {
      if (missingCount > 0 && state !== "fresh") miss(missingCount - 1);
    },
    onRun(run) {
      if (isClosed) return;
      miss(0);
      for (const line of madeLines(run)) log.info(line);
      const errors = failuresOf(run);
      for (const error of errors) log.error(error);
      news.onErrors(errors);
    },
    onError({message}) {
      if (isClosed) return;
      miss(0);
      log.error(message);
      news.onErrors([message]);
    },
  });
  return {
    ...watch,
    isBankRead: lastDayMade(watch, env, {onMissing: miss, onLastDay: news.onLastDay}),
    close() {
      isClosed = true;
      return watch.close();
    },
  };
}

/**
 * Takes away what is out of date, so that no page shows it, tells how much that is, and makes what the head of every page
 * asks for.
 */
async function lastDayMade(
  datasets: DatasetWatch,
  env: Environment,
  {onMissing, onLastDay}: Pick<DataNews, "onMissing" | "onLastDay">,
): Promise<void> {
  try {
    const {stale, settings} = await removeStaleOutputs({env});
    if (stale.length > 0) log.info(`making ${stale.length} datasets, those of open pages first`);
    onMissing(stale.length);
    // from the bank itself: figures may be drawn before the dataset that tells it is made
    const {description} = await ensureSnapshot({env: {...env, ...settings}});
    onLastDay(description.asOf);
    await datasets.bring("data/freshness.json");
  } catch {
    // the run that makes all of them fails alike, and tells
  }
}

/** What a run has made: one by one, or only how many. */
function madeLines({datasets}: RunReport): string[] {
  const made = datasets.filter(({state}) => state === "made");
  if (made.length > mostLines) return [`made ${made.length} datasets`];
  return made.map(({target, milliseconds}) => `made ${target} in ${milliseconds} ms`);
}
