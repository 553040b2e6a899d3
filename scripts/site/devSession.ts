import openInBrowser from "open";
import {readMade} from "../../loaders/datasets/made.js";
import {failuresOf} from "../../loaders/datasets/report.js";
import {type RunReport, removeStaleOutputs} from "../../loaders/datasets/runner.js";
import {type DatasetWatch, watchDatasets} from "../../loaders/datasets/watch.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import {datasetResponder} from "./datasetResponder.js";
import {type DevResponder, type DevState, openDevMessages} from "./devMessages.js";
import {keepResponder} from "./keep/keepResponder.js";
import {type PageWatch, watchPages} from "./pageWatch.js";
import {startPreview} from "./preview.js";

/** More datasets than these are not named one by one. */
const mostLines = 12;

export interface DevSession {
  readonly url: string;
  /** Resolves to the preview's exit code, however it ends. */
  readonly ended: Promise<number>;
  close(): Promise<void>;
}

/**
 * Serves the pages, makes the datasets, those that an open page waits for first, and follows every change to data, loaders
 * and pages until closed. Where nothing is made yet the pages are there at once and say what they wait for; otherwise when
 * what is out of date has been taken away, so that none of it is shown. A loader that fails does not end it: its error stands on the
 * open pages until it is repaired.
 */
export async function startDevSession({
  port,
  open,
  env = environment,
  live,
}: {
  port?: number | undefined;
  open: boolean;
  env?: Environment;
  /** What else the pages of the preview may ask for. */
  live: DevResponder;
}): Promise<DevSession> {
  const state: DevState = {
    errors: [],
    missingCount: null,
    asOf: null,
    navigation: null,
  };
  const keep = keepResponder(projectRoot);
  const data = datasetResponder(projectRoot, async (target) => (await datasets).bring(target));
  const messages = await openDevMessages(state, {
    respond: (request, response) =>
      [data, keep, live].some((responder) => responder.respond(request, response)),
  });
  const errors = {datasets: [] as readonly string[], pages: [] as readonly string[]};
  const tell = (news: Partial<typeof errors>) => {
    Object.assign(errors, news);
    messages.tell({errors: [...errors.datasets, ...errors.pages]});
  };
  // Framework takes longest to load
  const preview = startPreview({
    port,
    devUrl: messages.url,
    keepUrl: `${messages.url}${keep.path}`,
    onNavigation: (version) => messages.tell({navigation: version}),
  }).then((started) => {
    // while the bank is read, what a first page needs of Framework is loaded
    void fetch(started.url).catch(() => {});
    return started;
  });
  const isFirst = readMade().size === 0;
  if (isFirst) void vendorBeside();
  let isClosed = false;
  let missingCount = 0;
  const miss = (count: number) => {
    missingCount = Math.max(0, count);
    messages.tell({missingCount});
  };
  const report = (run: RunReport) => {
    miss(0);
    const errors = failuresOf(run);
    for (const line of madeLines(run)) log.info(line);
    for (const error of errors) log.error(error);
    tell({datasets: errors});
  };
  const fail = (error: Error) => {
    miss(0);
    log.error(error.message);
    tell({datasets: [error.message]});
  };
  const reportPages = (problems: readonly string[]) => {
    for (const problem of problems) log.error(problem);
    tell({pages: problems});
  };
  const datasets = watchDatasets({
    env,
    onDataset({state}) {
      if (missingCount > 0 && state !== "fresh") miss(missingCount - 1);
    },
    onRun: (run) => isClosed || report(run),
    onError: (error) => isClosed || fail(error),
  });
  // before a page can ask for a dataset: what is asked for waits for the bank, and is then made first
  const isBankRead = datasets.then(
    (watch) =>
      lastDayMade(watch, env, {
        onMissing: miss,
        onLastDay: (asOf) => messages.tell({asOf}),
      }),
    () => {}, // thrown below, where the watch is waited for
  );
  let pages: Promise<PageWatch> | undefined;
  const closeAll = async () => {
    isClosed = true;
    live.close();
    keep.close();
    messages.close();
    await Promise.all([datasets, pages].map(async (watch) => (await watch)?.close()));
  };
  try {
    const [started, {run}] = await Promise.all([
      preview,
      datasets,
      isFirst ? undefined : isBankRead,
    ]);
    // a check of all pages would hold up the figures of the one that is looked at
    void isBankRead.then(run).then(() => {
      if (!isClosed) pages = watchPages(projectRoot, reportPages);
    });
    live.admit(started.url);
    keep.admit(started.url);
    if (open) void openInBrowser(started.url);
    const ended = started.ended.finally(closeAll);
    return {
      url: started.url,
      ended,
      async close() {
        started.stop();
        await ended;
      },
    };
  } catch (error) {
    preview.then(
      ({stop}) => stop(),
      () => {},
    );
    await closeAll();
    throw error;
  }
}

/**
 * Takes away what is out of date, so that no page shows it, tells how much that is, and makes what the head of every page
 * asks for.
 */
async function lastDayMade(
  datasets: DatasetWatch,
  env: Environment,
  {onMissing, onLastDay}: {onMissing: (count: number) => void; onLastDay: (asOf: string) => void},
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

/**
 * Bundles what pages get of packages while Framework, which does so if nobody has, is loaded: there the same error ends the
 * preview, and is told.
 */
async function vendorBeside(): Promise<void> {
  try {
    const {fillVendored} = await import("./vendor.js");
    await fillVendored(projectRoot, {isWhole: true});
  } catch (error) {
    log.debug(`bundling beside Framework: ${error}`);
  }
}

/** What a run has made: one by one, or only how many. */
function madeLines({datasets}: RunReport): string[] {
  const made = datasets.filter(({state}) => state === "made");
  if (made.length > mostLines) return [`made ${made.length} datasets`];
  return made.map(({target, milliseconds}) => `made ${target} in ${milliseconds} ms`);
}
