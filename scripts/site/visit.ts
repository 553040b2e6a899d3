import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import {type Browser, errors, type Page, type Request} from "playwright-core";
import type {Size} from "../../loaders/datasets/size.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {readAhead} from "../../src/lib/site/readAhead.js";
import {newPage, patienceMs} from "./browser.js";
import {
  hasDrawn,
  isDrawn,
  isSettled,
  readFindings,
  readPictures,
  watchFirstChart,
} from "./pageProbe.js";
import {readReadings, type ShownReading} from "./readings.js";
import {readThrough} from "./readThrough.js";
import {wholeDatasetFaults} from "./wholeDatasets.js";

/** What opening a page showed. */
export interface Visit {
  /** From the site's address: `people/budgets`. */
  readonly path: string;
  readonly problems: readonly string[];
  readonly ids: readonly string[];
  /** Addresses on the same host, with their anchors. */
  readonly links: readonly string[];
  /** The values of measures that it shows. */
  readonly readings: readonly ShownReading[];
  /** What its figures found and drew, in the light on a wide screen. */
  readonly pictures: readonly {
    readonly figure: string;
    readonly finding: string;
    readonly svgs: readonly string[];
  }[];
  /** Up to the first chart; where the page has none, up to its mark `readAhead`, or the end of loading. */
  readonly firstChart: {
    readonly isThere: boolean;
    readonly requestCount: number;
    /** Compressed bytes, with headers. */
    readonly byteCount: number;
    readonly milliseconds: number;
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What is looked at in each theme; in the dark nothing but the colours differs. */
const looks = [
  {colorScheme: "light", runOnly: {type: "tag", values: axeTags}},
  {colorScheme: "dark", runOnly: {type: "rule", values: ["color-contrast"]}},
] as const;

/** Framework's styles rest on this control standing before all landmarks. */
const outsideOfLandmarks = "#observablehq-sidebar-toggle";

/** DuckDB asks for the log of a file that is opened only for reading, and says so when there is none. */
const harmless = /^Buffering missing file: .*\.wal$/;

/**
 * Opens a page in a context of its own, with an empty cache, scrolls through it, and looks at it in the light
 * and in the dark, and on a small screen. `site` is the address of the site's first page, `growing` the datasets that it
 * may not fetch whole.
 */
export async function visitPage(
  browser: Browser,
  site: string,
  path: string,
  growing: ReadonlyMap<string, Size>,
): Promise<Visit> {
  const page = await newPage(browser);
  const problems = new Set<string>();
  const requests = listen(page, site, problems);
  try {
    await page.addInitScript(watchFirstChart);
    const response = await page.goto(site + pageFile(path));
    if (!response?.ok()) problems.add(`not served: ${response?.status() ?? "no answer"}`);
    await page.waitForLoadState("networkidle");
    await page.waitForFunction(isDrawn, undefined, {timeout: 10_000}).catch(ignoreTimeout);
    const firstChart = await measureFirstChart(page, requests);
    if (!(await readThrough(page))) problems.add("still loading after a minute");
    const {errorCells, emptyFigures, ids, links} = await page.evaluate(readFindings);
    for (const error of errorCells) problems.add(`error cell: ${error}`);
    for (const name of emptyFigures) problems.add(`empty chart: ${name}`);
    const readings = (await page.evaluate(readReadings)).map((own) => ({...own, page: path}));
    const pictures = await page.evaluate(readPictures);
    await lookAtAccess(page, problems);
    for (const fault of wholeDatasetFaults(requests, growing)) problems.add(fault);
    return {path, problems: [...problems], ids, links, readings, pictures, firstChart};
  } finally {
    await page.close();
  }
}

/** A page without charts, or with all of them further down, is no fault. */
function ignoreTimeout(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error;
}

function listen(page: Page, site: string, problems: Set<string>): Request[] {
  const requests: Request[] = [];
  const {host} = new URL(site);
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) {
      problems.add(`request to another host: ${url.href}`);
    }
  });
  page.on("requestfinished", (request) => requests.push(request));
  page.on("requestfailed", (request) => {
    problems.add(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.add(`status ${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !harmless.test(text)) problems.add(`console: ${text}`);
  });
  page.on("pageerror", (error) => problems.add(`page error: ${error.message}`));
  return requests;
}

/** Waits until the page is drawn in its new look, and nothing on it is still to come. */
async function settle(page: Page, problems: Set<string>): Promise<void> {
  await page.evaluate(hasDrawn);
  try {
    await page.waitForFunction(isSettled, undefined, {timeout: patienceMs});
  } catch (error) {
    ignoreTimeout(error);
    problems.add("still loading after a minute");
  }
}

async function measureFirstChart(page: Page, requests: Request[]): Promise<Visit["firstChart"]> {
  const {origin, at, aheadAt} = await page.evaluate(
    (mark) => ({
      origin: performance.timeOrigin,
      at: (window as {firstChartAt?: number}).firstChartAt ?? null,
      aheadAt: performance.getEntriesByName(mark)[0]?.startTime ?? Number.POSITIVE_INFINITY,
    }),
    readAhead,
  );
  const isBefore = (request: Request) => {
    const {startTime, responseEnd} = request.timing();
    return startTime + responseEnd <= origin + (at ?? aheadAt);
  };
  const early = requests.filter((request) => /^http/.test(request.url()) && isBefore(request));
  const sizes = await Promise.all(early.map((request) => request.sizes()));
  const end = Math.max(0, ...early.map((request) => endOf(request) - origin));
  return {
    isThere: at !== null,
    requestCount: early.length,
    byteCount: sizes.reduce(
      (sum, size) => sum + size.responseBodySize + size.responseHeadersSize,
      0,
    ),
    milliseconds: Math.round(at ?? end),
  };
}

function endOf(request: Request): number {
  const {startTime, responseEnd} = request.timing();
  return startTime + responseEnd;
}

async function lookAtAccess(page: Page, problems: Set<string>): Promise<void> {
  await page.evaluate(axeSource);
  for (const {colorScheme, runOnly} of looks) {
    await page.emulateMedia({colorScheme, reducedMotion: "reduce"});
    await settle(page, problems);
    for (const {id, targets} of await violations(page, runOnly)) {
      problems.add(`${id} (${colorScheme}): ${targets.join(", ")}`);
    }
  }
  await page.setViewportSize({width: 375, height: 812});
  await settle(page, problems);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (excess > 0) problems.add(`wider than a screen of 375 px by ${excess} px`);
}

async function violations(
  page: Page,
  runOnly: (typeof looks)[number]["runOnly"],
): Promise<{id: string; targets: string[]}[]> {
  const results: AxeResults = await page.evaluate(async (runOnly) => {
    const {axe} = window as unknown as {axe: typeof import("axe-core")};
    return axe.run(document, {runOnly: {type: runOnly.type, values: [...runOnly.values]}});
  }, runOnly);
  return results.violations
    .map(({id, nodes}) => ({id, targets: nodes.map(({target}) => target.join(" "))}))
    .map(({id, targets}) => ({
      id,
      targets: targets.filter((target) => id !== "region" || target !== outsideOfLandmarks),
    }))
    .filter(({targets}) => targets.length > 0);
}
