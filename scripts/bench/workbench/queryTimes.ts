import {readdirSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {quotedText} from "../../../src/lib/quotedSql.js";
import {newPage} from "../../site/browser.js";
import type {CountedSite} from "./countedSite.js";
import {engineModule} from "./engineModule.js";

/** Milliseconds of each query, round after round. */
export type Times = Readonly<Record<string, readonly number[]>>;

/** What is asked of the engine of the notebook, as the site serves it. */
interface PageEngine {
  query(sql: string, options: {signal: AbortSignal; most: number}): Promise<unknown>;
}

const rounds = 10;

/** The one file of a built site whose name begins so: the site puts a hash behind it. */
function builtFile(folder: string, path: string, name: string): string {
  const file = readdirSync(join(folder, path)).find((each) => each.startsWith(`${name}.`));
  if (!file) throw new Error(`no ${name} in ${join(folder, path)} (run npm run build)`);
  return `${path}/${file}`;
}

/** In the notebook's own engine, in Chromium: from the question to its rows in the page. One round before is not counted. */
export async function browserTimes(
  folder: string,
  {url, browser}: CountedSite,
  queries: Readonly<Record<string, string>>,
): Promise<Times> {
  const page = await newPage(browser);
  try {
    const module = `${url}engine.js`;
    const body = await engineModule(folder, url);
    await page.route(module, (route) => route.fulfill({body, contentType: "text/javascript"}));
    await page.goto(`${url}workbench/notebook`);
    const given = {
      module,
      bank: url + builtFile(folder, "_file/data", "bank"),
      queries,
      rounds,
    };
    return await page.evaluate(async ({module, bank, queries, rounds}) => {
      const {Engine} = (await import(module)) as {Engine: new (options: object) => PageEngine};
      const idle = () => {};
      const engine = new Engine({
        bankUrl: async () => bank,
        onLoad: idle,
        onReady: idle,
        onEnd: idle,
      });
      const {signal} = new AbortController();
      const times: Record<string, number[]> = {};
      for (let round = 0; round <= rounds; round++) {
        for (const [name, sql] of Object.entries(queries)) {
          const start = performance.now();
          await engine.query(sql, {signal, most: 100_000});
          const ms = performance.now() - start;
          if (round > 0) times[name] = [...(times[name] ?? []), ms];
        }
      }
      return times;
    }, given);
  } finally {
    await page.context().close();
  }
}

/** In native DuckDB, on the same file, on one thread as in the browser. */
export async function nativeTimes(
  folder: string,
  queries: Readonly<Record<string, string>>,
): Promise<Times> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  const file = join(folder, builtFile(folder, "_file/data", "bank"));
  await connection.run(`attach ${quotedText(file)} as bank (read_only)`);
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, sql] of Object.entries(queries)) {
      const start = performance.now();
      await connection.runAndReadAll(sql);
      const ms = performance.now() - start;
      if (round > 0) times[name] = [...(times[name] ?? []), ms];
    }
  }
  connection.closeSync();
  instance.closeSync();
  return times;
}

/** The time that this share of all runs stays within. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
