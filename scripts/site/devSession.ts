import openInBrowser from "open";
import {readMade} from "../../loaders/datasets/made.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {datasetResponder} from "./datasetResponder.js";
import {type DevResponder, type DevState, openDevMessages} from "./devMessages.js";
import {keepResponder} from "./keep/keepResponder.js";
import {type PageWatch, watchPages} from "./pageWatch.js";
import {startPreview} from "./preview.js";

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
  openLive,
}: {
  port?: number | undefined;
  open: boolean;
  env?: Environment;
  /** What else the pages of the preview may ask for. */
  openLive: () => Promise<DevResponder>;
}): Promise<DevSession> {
  const state: DevState = {
    errors: [],
    missingCount: null,
    asOf: null,
    navigation: null,
  };
  const keep = keepResponder(projectRoot);
  const bring = async (target: string) => (await data).bring(target);
  const responders: Pick<DevResponder, "respond">[] = [datasetResponder(projectRoot, bring), keep];
  const messages = await openDevMessages(state, {
    respond: (request, response) =>
      responders.some((responder) => responder.respond(request, response)),
  });
  const errors = {datasets: [] as readonly string[], pages: [] as readonly string[]};
  const tell = (news: Partial<typeof errors>) => {
    Object.assign(errors, news);
    messages.tell({errors: [...errors.datasets, ...errors.pages]});
  };
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
  const reportPages = (problems: readonly string[]) => {
    for (const problem of problems) log.error(problem);
    tell({pages: problems});
  };
  const data = import("./devData.js").then(({openDevData}) =>
    openDevData(env, {
      onErrors: (datasets) => tell({datasets}),
      onMissing: (missingCount) => messages.tell({missingCount}),
      onLastDay: (asOf) => messages.tell({asOf}),
    }),
  );
  const opening = openLive().then((live) => {
    responders.push(live);
    return live;
  });
  let pages: Promise<PageWatch> | undefined;
  let isClosed = false;
  const closeAll = async () => {
    isClosed = true;
    keep.close();
    messages.close();
    await Promise.all([
      opening.then((live) => live.close()),
      ...[data, pages].map(async (watch) => (await watch)?.close()),
    ]);
  };
  try {
    const [started, {isBankRead, run}, live] = await Promise.all([preview, data, opening]);
    if (!isFirst) await isBankRead;
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
