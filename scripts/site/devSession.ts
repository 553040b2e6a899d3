import {join} from "node:path";
import {failuresOf} from "../../loaders/datasets/report.js";
import {makeDatasets, type RunReport} from "../../loaders/datasets/runner.js";
import {watchDatasets} from "../../loaders/datasets/watch.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {type DevResponder, openDevMessages} from "./devMessages.js";
import {keepResponder} from "./keep/keepResponder.js";
import {navigation, navigationVersion} from "./pages.js";
import {watchPages} from "./pageWatch.js";
import {startPreview} from "./preview.js";

export interface DevSession {
  readonly url: string;
  /** Resolves to the preview's exit code, however it ends. */
  readonly ended: Promise<number>;
  close(): Promise<void>;
}

/**
 * Makes the datasets, serves the pages, and follows every change to data, loaders and pages until closed. A
 * loader that fails does not end it: its error stands on the open pages until it is repaired.
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
  const state = {
    errors: [],
    navigation: navigationVersion(navigation(join(projectRoot, "src"))),
  };
  const keep = keepResponder(projectRoot);
  const messages = await openDevMessages(state, {
    respond: (request, response) =>
      keep.respond(request, response) || live.respond(request, response),
  });
  const errors = {datasets: [] as readonly string[], pages: [] as readonly string[]};
  const tell = (news: Partial<typeof errors>) => {
    Object.assign(errors, news);
    messages.tell({errors: [...errors.datasets, ...errors.pages]});
  };
  const report = (run: RunReport) => {
    const errors = failuresOf(run);
    for (const {target, state, milliseconds} of run.datasets) {
      if (state === "made") log.info(`made ${target} in ${milliseconds} ms`);
    }
    for (const error of errors) log.error(error);
    tell({datasets: errors});
  };
  const fail = (error: Error) => {
    log.error(error.message);
    tell({datasets: [error.message]});
  };
  const reportPages = (problems: readonly string[]) => {
    for (const problem of problems) log.error(problem);
    tell({pages: problems});
  };
  const watches: {close(): Promise<void>}[] = [
    await watchDatasets({env, onRun: report, onError: fail}),
  ];
  const closeAll = async () => {
    live.close();
    keep.close();
    messages.close();
    await Promise.all(watches.map((watch) => watch.close()));
  };
  try {
    await makeDatasets({env}).then(report, fail);
    const preview = await startPreview({
      port,
      open,
      devUrl: messages.url,
      keepUrl: `${messages.url}${keep.path}`,
      onNavigation: (version) => messages.tell({navigation: version}),
    });
    live.admit(preview.url);
    keep.admit(preview.url);
    watches.push(await watchPages(projectRoot, reportPages));
    const ended = preview.ended.finally(closeAll);
    return {
      url: preview.url,
      ended,
      async close() {
        preview.stop();
        await ended;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
