/** What the commands of somebody who works on the site take, each in a copy of the project with nothing made yet. */
import {spawn} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {Browser} from "playwright-core";
import {endOf} from "../../loaders/childProcess.js";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {environment, projectRoot} from "../../loaders/environment.js";
import {newPage, openBrowser} from "../site/browser.js";
import {markdownFiles} from "../site/pages.js";
import {copySources} from "../site/workingCopy.js";
import {writePlainSite} from "./plainSite.js";

/** A folder of its own for `work`, removed after it. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Copies the project and the bank that is there. */
export function copyWithBank(folder: string): void {
  copySources(projectRoot, folder);
  copyBank(folder);
}

/** Seconds of a command of Node in `folder`. Throws where it fails. */
export async function secondsOf(folder: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {...environment, DATA_SOURCE: "csv", OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await endOf(child);
  if (code !== 0) throw new Error(`node ${args.join(" ")} failed with code ${code}`);
  return (performance.now() - start) / 1000;
}

/** Seconds that Framework takes for the plain project with as many datasets and pages as this one has. */
export function plainSeconds(): Promise<number> {
  return inFolder(async (folder) => {
    copyBank(folder);
    const size = {
      datasetCount: findDatasets().length,
      pageCount: markdownFiles(join(projectRoot, "src")).length,
    };
    writePlainSite(folder, join(projectRoot, "node_modules"), size);
    const framework = createRequire(import.meta.url).resolve(
      "@observablehq/framework/package.json",
    );
    return secondsOf(folder, [join(dirname(framework), "dist/bin/observable.js"), "build"]);
  });
}

export interface FirstStart {
  /** Seconds from the command to the title of the first page in a browser. */
  readonly page: number;
  /** To its first chart. */
  readonly chart: number;
  /** To all datasets. */
  readonly all: number;
}

/** `npm run dev` where there is neither bank nor anything made. */
export function firstStart(): Promise<FirstStart> {
  return inFolder(async (folder) => {
    copySources(projectRoot, folder);
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    return inPreview(folder, async ({url, browser, said}) => {
      const {page, chart} = await firstPage(browser, `${url}people/budgets`, seconds);
      await said(/made \d+ datasets/);
      return {page, chart, all: seconds()};
    });
  });
}

/**
 * Seconds from a save of a SELECT to its rows on the page that is open in a preview, in a folder where all is made: one for
 * each of `count` saves.
 */
export function editSeconds(folder: string, count: number): Promise<number[]> {
  const loader = join(folder, "src/data/sector-heat.csv.sql");
  const text = readFileSync(loader, "utf8");
  const other = text.replace("coalesce(flows.net_eur", "coalesce(-flows.net_eur");
  return inPreview(folder, async ({url, browser}) => {
    const page = await newPage(browser);
    await page.goto(`${url}bank/sectors`);
    const figure = page.locator("#sector-heat:not([aria-busy=true])");
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      await sleep(2_000); // a person looks before they go on
      // before the save: on a busy machine the page might be asked when it has it already
      const before = await figure.evaluateHandle((element) => element);
      const start = performance.now();
      // a text that the browser has not seen: it keeps what it had of one that it knows
      writeFileSync(loader, `-- ${i}\n${i % 2 === 0 ? other : text}`);
      await before.evaluate(untilReplaced);
      times.push((performance.now() - start) / 1000);
    }
    return times;
  });
}

/** Runs in the page: until a figure is another one that has been drawn. */
async function untilReplaced(figure: Element): Promise<void> {
  const drawn = `#${figure.id}:not([aria-busy=true])`;
  while ([null, figure].includes(document.querySelector(drawn)))
    await new Promise(requestAnimationFrame);
}

interface RunningPreview {
  readonly url: string;
  readonly browser: Browser;
  /** What it says first of a kind; throws where it ends before. */
  said(pattern: RegExp): Promise<string>;
}

/** Starts `npm run dev` and a browser for `work`, and ends both. */
async function inPreview<T>(
  folder: string,
  work: (preview: RunningPreview) => Promise<T>,
): Promise<T> {
  const browser = await openBrowser(environment);
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/dev.ts", "--no-open"], {
    cwd: folder,
    env: {...environment, DATA_SOURCE: "csv"},
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  const said = async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(output);
      if (match) return match[0];
      if (child.exitCode !== null) throw new Error(`npm run dev ended:\n${output}`);
      await sleep(20);
    }
  };
  try {
    const url = await said(/http:\/\/\S+\/(?= \(Ctrl)/);
    return await work({url, browser, said});
  } finally {
    await browser.close();
    child.kill("SIGTERM");
    await endOf(child);
  }
}

async function firstPage(
  browser: Browser,
  url: string,
  seconds: () => number,
): Promise<Pick<FirstStart, "page" | "chart">> {
  const page = await newPage(browser);
  await page.goto(url, {waitUntil: "commit"});
  await page.locator("h1").first().waitFor();
  const shown = seconds();
  await page.locator("figure svg").first().waitFor();
  return {page: shown, chart: seconds()};
}

function copyBank(folder: string): void {
  mkdirSync(join(folder, "data"), {recursive: true});
  cpSync(join(projectRoot, "data/seed"), join(folder, "data/seed"), {recursive: true});
}
