import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {readingFaults, readReadings, type ShownReading} from "../../scripts/site/readings.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve.js";
import {keyedRow} from "../../src/components/keyed.js";
import type {PersonSavings} from "../../src/lib/people/savings.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";

/** Main customers of a served site with a share of salary and months covered. */
async function saversOf(folder: string, url: string): Promise<string[]> {
  const data = join(folder, "_file/data");
  const names = readdirSync(data);
  const fileOf = (name: RegExp) => names.find((file) => name.test(file)) ?? "";
  const people = csvParse(readFileSync(join(data, fileOf(/^people\.\w+\.csv$/)), "utf8"));
  const savings = fileOf(/^person-savings\.\w+\.keyed$/);
  const file = {name: savings, url: async () => `${url}_file/data/${savings}`};
  const rows = await Promise.all(
    people.slice(0, 60).map(({user_id = ""}) => keyedRow<PersonSavings>(file, user_id)),
  );
  return rows.flatMap((row) =>
    row && row.saved_of_salary !== null && row.months_covered !== null ? row.user_id : [],
  );
}

describe.runIf(browserTest)("a measure of somebody over some months", () => {
  let browser: Browser;
  let server: SiteServer;
  /** Main customers with a salary, whose every measure has a value. */
  let savers: readonly string[];

  beforeAll(async () => {
    const folder = join(await builtProject(), "dist");
    server = await serveSite(folder);
    savers = await saversOf(folder, server.url);
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
        "person/overview",
        ["person/budget", "person/savings", "person/lifestyle", "person/portfolio"],
        id,
      );
      expect(faults).toEqual([]);
      expect(shared["person/savings"]).toEqual(["months_covered"]);
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
    expect(shared).toEqual({
      "company/profit-and-loss": ["margin", "result", "revenue"],
      "company/payroll": ["cost_per_head", "headcount", "payroll", "payroll_share"],
      "company/runway": ["net_burn", "runway"],
    });
  }, 120_000);
});
