import type {CDPSession, Page} from "playwright-core";
import {linkLetters} from "../../../src/lib/notebook/notebookLink.js";
import {linkPrefix} from "../../../src/lib/notebook/pageMeta.js";
import {newPage} from "../../site/browser.js";
import type {CountedSite} from "./countedSite.js";

export interface Memory {
  readonly lines: readonly string[];
  /** The page's heap at the end, as a multiple of that after the first queries. */
  readonly growth: number;
}

const queryCount = 200;
/** So many queries first: code and caches are there then. */
const warmUp = 20;

/** The heap of a page after so many queries that make and drop the tables of cells, in one tab. */
export async function manyQueries({url, browser}: CountedSite): Promise<Memory> {
  const letters = await linkLetters({
    title: "Many",
    cells: [{name: "answer", kind: "sql", source: "select 1 as n"}],
  });
  const page = await newPage(browser);
  try {
    await page.goto(`${url}workbench/notebook${linkPrefix}${letters}`);
    await page.locator(".cm-content").waitFor();
    const session = await page.context().newCDPSession(page);
    for (let at = 0; at < warmUp; at++) await makeAndDrop(page, at);
    const [before, workersBefore] = [await heapBytes(session), await engineBytes(page)];
    for (let at = warmUp; at < queryCount; at++) await makeAndDrop(page, at);
    const [after, workersAfter] = [await heapBytes(session), await engineBytes(page)];
    return {
      growth: after / before,
      lines: [
        `after ${queryCount} queries in one tab: heap ${megabytes(after)}, after the first ${warmUp} ${megabytes(before)} (aim: at most 1.2 times)`,
        `  tables in the engine: ${megabytes(workersAfter)}, before ${megabytes(workersBefore)}`,
      ],
    };
  } finally {
    await page.context().close();
  }
}

/** Adds a query of 20,000 rows, runs it, and takes it away. */
async function makeAndDrop(page: Page, at: number): Promise<void> {
  await page.getByRole("button", {name: "Add a query"}).click();
  const cell = page.locator("section.cell").last();
  const rows = 20_000 + at;
  const sql = `select transaction_id, amount_eur, category from bank.transactions limit ${rows}`;
  await cell.locator(".cm-content").fill(sql);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  const said = `${rows.toLocaleString("en")} rows in`;
  await cell.locator(".cell-status", {hasText: new RegExp(`^${said}(?!.*as you type)`)}).waitFor();
  await cell.getByRole("button", {name: /^Remove/}).click();
}

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const {usedSize} = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

/** What the engine holds for tables, in its own words. */
async function engineBytes(page: Page): Promise<number> {
  const cell = page.locator("section.cell").first();
  await cell
    .locator(".cm-content")
    .fill(
      "select sum(memory_usage_bytes)::bigint as n from duckdb_memory() where tag = 'IN_MEMORY_TABLE'",
    );
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await cell.locator(".cell-status", {hasText: /^1 row in(?!.*as you type)/}).waitFor();
  const [text = ""] = await cell.locator("tbody tr:not(.space)").allInnerTexts();
  return Number(text);
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
