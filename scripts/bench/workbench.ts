import {existsSync} from "node:fs";
import {join} from "node:path";
import {environment, projectRoot} from "../../loaders/environment.js";
import {maybeBrowser, noBrowser} from "../site/browser.js";
import {countedSite} from "./workbench/countedSite.js";
import {firstAnswer, firstQuestion, wholeQuestion} from "./workbench/firstAnswer.js";
import {manyQueries} from "./workbench/manyQueries.js";
import {benchQueries} from "./workbench/queries.js";
import {browserTimes, nativeTimes, quantile, type Times} from "./workbench/queryTimes.js";

const aims = {p50Ms: 40, otherBytes: 5e6, growth: 1.2};

/**
 * The notebook of the built site in headless Chromium: the first answer from a cold start, ten queries beside native
 * DuckDB, and the memory of a tab after two hundred.
 */
export async function benchWorkbench(): Promise<{lines: string[]; isMissed: boolean}> {
  const folder = join(projectRoot, "dist");
  if (!existsSync(join(folder, "workbench/notebook.html")))
    throw new Error("no site in dist (run npm run build)");
  if (maybeBrowser(environment) === undefined) return {lines: [noBrowser], isMissed: false};
  const site = await countedSite(folder);
  try {
    await firstAnswer(site, firstQuestion); // the server packs each file once
    const first = await firstAnswer(site, firstQuestion);
    const whole = await firstAnswer(site, wholeQuestion);
    const otherBytes: number[] = [];
    for (const sql of Object.values(benchQueries))
      otherBytes.push((await firstAnswer(site, sql)).otherBytes);
    const inBrowser = await browserTimes(folder, site, benchQueries);
    const native = await nativeTimes(folder, benchQueries);
    const memory = await manyQueries(site);
    const p50 = quantile(Object.values(inBrowser).flat(), 0.5);
    return {
      lines: [
        `first answer from a cold start: ${first.seconds.toFixed(1)} s after Run`,
        `  engine ${megabytes(first.engineBytes)}, all else ${megabytes(first.otherBytes)} (aim: at most ${megabytes(aims.otherBytes)})`,
        `  two whole columns of transactions: ${whole.seconds.toFixed(1)} s, all else ${megabytes(whole.otherBytes)} (no aim: the columns are as large)`,
        `  each of the ten queries below as the first: median ${megabytes(quantile(otherBytes, 0.5))}, most ${megabytes(Math.max(...otherBytes))}`,
        ...timeLines(inBrowser, native),
        ...memory.lines,
      ],
      isMissed:
        p50 > aims.p50Ms || first.otherBytes > aims.otherBytes || memory.growth > aims.growth,
    };
  } finally {
    await site.close();
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

function timeLines(inBrowser: Times, native: Times): string[] {
  const summary = (times: Times) => {
    const all = Object.values(times).flat();
    return `p50 ${quantile(all, 0.5).toFixed(1)} ms, p95 ${quantile(all, 0.95).toFixed(1)} ms`;
  };
  const middle = (times: Times, name: string) => quantile(times[name]!, 0.5);
  const bySlowness = Object.keys(inBrowser).sort(
    (a, b) => middle(inBrowser, b) - middle(inBrowser, a),
  );
  return [
    `ten queries in the browser: ${summary(inBrowser)} (aim: p50 at most ${aims.p50Ms} ms)`,
    `  native DuckDB, one thread: ${summary(native)}`,
    ...bySlowness.map(
      (name, at) =>
        `  ${at === 0 ? "slowest: " : ""}${name} ${middle(inBrowser, name).toFixed(1)} ms, native ${middle(native, name).toFixed(1)} ms`,
    ),
  ];
}
