/**
 * Goes through what someone sees who works with `npm run dev`, in a project given by its folder, and prints
 * what happened as JSON. A process of its own, so that it can be run, browser and all, without a network.
 */
import {existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {type DevServer, devServer} from "./devServer.js";

const folder = process.argv[2]!;
const loader = join(folder, "src/data/probe.csv.sql");
const sql = readFileSync(loader, "utf8");
const timings: Record<string, number> = {};
const problems: string[] = [];

let dev: DevServer | undefined;
const browser = await openBrowser(process.env);
try {
  dev = await timed("start", () => devServer(folder));
  const {url} = dev;
  const page = await newPage(browser);
  page.on("request", (request) => {
    if (new URL(request.url().replace(/^blob:/, "")).hostname !== "127.0.0.1")
      problems.push(`asked ${request.url()}`);
  });
  await page.goto(`${url}guide/probe`);
  await timed("open", () => shows(page, "#answer", "first"));

  writeFileSync(loader, sql.replace("first", "second"));
  await timed("edit", () => shows(page, "#answer", "second"));

  writeFileSync(loader, sql.replace("'first'", "first_column"));
  await timed("error", () => shows(page, "#dev-banner", "first_column"));
  writeFileSync(loader, sql.replace("first", "third"));
  await timed("repair", () => shows(page, "#answer", "third"));
  await page.waitForSelector("#dev-banner", {state: "detached", timeout: 120_000});

  const probe = join(folder, "src/guide/probe.md");
  const markdown = readFileSync(probe, "utf8");
  writeFileSync(probe, markdown.replace("rows[0].answer", "rows[0].anser"));
  const mistake = "src/guide/probe.md:7: no column anser in data/probe.csv (did you mean answer?)";
  await timed("mistake", () => shows(page, "#dev-banner", mistake));
  writeFileSync(probe, markdown);
  await page.waitForSelector("#dev-banner", {state: "detached", timeout: 120_000});

  writeFileSync(join(folder, "src/guide/newcomer.md"), "# A newcomer\n");
  await timed("newPage", () => shows(page, "#observablehq-sidebar", "A newcomer"));

  // a page that did not hear of the change from Framework, as one that was loading just then
  const deaf = await newPage(browser);
  await deaf.routeWebSocket(/_observablehq/, () => {});
  await deaf.goto(`${url}guide/probe`);
  await shows(deaf, "#answer", "third");
  writeFileSync(join(folder, "src/guide/latecomer.md"), "# A latecomer\n");
  await timed("newPageUnheard", () => shows(deaf, "#observablehq-sidebar", "A latecomer"));

  // the first page has been loaded again, and is not about to be
  await shows(page, "#observablehq-sidebar", "A latecomer");
  await timed("live", () => hears(page, "state"));

  await page.goto(`${url}guide/inputs`);
  await timed("inputs", () => page.getByRole("slider", {name: "Months"}).waitFor());

  const list = join(folder, "src/data/my-places.csv");
  await page.goto(`${url}places/São João`);
  await shows(page, "#here", "São João: 0 customers, 1 visits");
  writeFileSync(list, readFileSync(list, "utf8").replace("São João;1", "São João;8"));
  await timed("ownFile", () => shows(page, "#here", "São João: 0 customers, 8 visits"));
  await timed("ownTable", () => shows(page, "#mine", "8"));
} catch (error) {
  const message = error instanceof Error ? error.message : error;
  const seen = await browser.contexts()[0]?.pages()[0]?.locator("body").innerText();
  problems.push(
    `the page reads: ${seen}\nafter ${JSON.stringify(timings)}: ${message}\n${dev?.said()}`,
  );
} finally {
  await browser.close();
}
const exitCode = (await dev?.close()) ?? null;
process.stdout.write(JSON.stringify({timings, problems, exitCode, left: await leftOver()}));

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  timings[name] = Math.round(performance.now() - start);
  return result;
}

/** Waits until a page is told an event of the live stream. */
function hears(page: Page, event: string): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const meta = document.querySelector<HTMLMetaElement>("meta[name=live-events]");
        const events = new EventSource(meta!.content);
        events.addEventListener(name, () => resolve());
        events.addEventListener("error", () => reject(new Error("the page may not listen")));
      }),
    event,
  );
}

async function shows(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([selector, text]) => document.querySelector(selector!)?.textContent?.includes(text!),
    [selector, text],
    {timeout: 120_000},
  );
}

/** The processes that do not end by themselves, with those that were told to. */
async function leftOver(): Promise<string[]> {
  if (!existsSync("/proc")) return [];
  const end = performance.now() + 20_000;
  while (processesIn(folder).length > 0 && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return processesIn(folder);
}

/** The processes that still run in the project's folder. */
function processesIn(cwd: string): string[] {
  return readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => linkOf(`/proc/${pid}/cwd`) === cwd);
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
