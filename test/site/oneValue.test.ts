import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {readingFaults, readReadings, type ShownReading} from "../../scripts/site/readings.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve.js";
import type {PersonSavings} from "../../src/lib/people/savings.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";

/** Main customers of a built site with a share of salary and months covered. */
function saversOf(folder: string): string[] {
  const data = join(folder, "_file/data");
  const file = readdirSync(data).find((name) => /^savings-people\.\w+\.json$/.test(name));
  const people: PersonSavings[] = JSON.parse(readFileSync(join(data, file ?? ""), "utf8"));
  return people
    .filter((row) => row.saved_of_salary !== null && row.months_covered !== null)
    .map(({user_id}) => user_id);
}

describe.runIf(browserTest)("a measure of somebody over some months", () => {
  let browser: Browser;
  let server: SiteServer;
  /** Main customers with a salary, whose every measure has a value. */
  let savers: readonly string[];

  beforeAll(async () => {
    const folder = join(await builtProject(), "dist");
    savers = saversOf(folder);
    server = await serveSite(folder);
    browser = await openBrowser(environment);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The values on a page, once all of it was seen. */
  async function readingsOf(path: string, id?: string): Promise<ShownReading[]> {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}});
    await page.addInitScript("globalThis.__name = (value) => value");
    await page.goto(`${server.url}${path}${id ? `?id=${id}` : ""}`);
    await readThrough(page);
    const readings = await page.evaluate(readReadings);
    await page.close();
    return readings.map((reading) => ({...reading, page: path}));
  }

  /** The measures of a customer that the first page shares with each of the others. */
  async function sharedWith(home: string, others: readonly string[], id: string) {
    const own = await readingsOf(home, id);
    const shared: Record<string, string[]> = {};
    const all = [...own];
    for (const path of others) {
      const readings = await readingsOf(path, id);
      all.push(...readings);
      const measures = readings
        .filter((reading) => reading.population === id)
        .map(({measure}) => measure);
      shared[path] = [
        ...new Set(own.flatMap(({measure}) => (measures.includes(measure) ? [measure] : []))),
      ].sort();
    }
    return {shared, faults: readingFaults(all)};
  }

  it.each([0, 1])(
    "is the same of a person on each page: main customer %s of those with a salary",
    async (rank) => {
      const id = savers[rank]!;
      const {shared, faults} = await sharedWith(
        "people/person",
        ["people/budgets", "people/savings"],
        id,
      );
      expect(faults).toEqual([]);
      expect(shared["people/budgets"]).toEqual(
        expect.arrayContaining(["discretionary_spending", "fixed_spending", "income"]),
      );
      expect(shared["people/savings"]).toEqual(
        expect.arrayContaining(["months_covered", "saved_of_salary"]),
      );
    },
    90_000,
  );

  it("is the same of a company on each page", async () => {
    const {shared, faults} = await sharedWith(
      "company/cash",
      ["company/profit-and-loss", "company/payroll", "company/runway"],
      "com-00003",
    );
    expect(faults).toEqual([]);
    expect(shared["company/runway"]).toEqual(["net_burn", "runway"]);
  }, 120_000);
});
