import {readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {readingFaults, readReadings, type ShownReading} from "../../scripts/site/readings.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {keyedRow} from "../../src/components/keyed.js";
import type {PersonSavings} from "../../src/lib/people/savings.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

/** Of the first people of a served site, the main customers with a share of salary and months covered. */
async function saversOf(folder: string, url: string): Promise<string[]> {
  const name = readdirSync(join(folder, "_file/data")).find((file) =>
    /^person-savings\.\w+\.keyed$/.test(file),
  );
  const file = {name: "person-savings.keyed", url: async () => `${url}_file/data/${name}`};
  const ids = Array.from({length: 60}, (_, at) => `ind-${String(at + 1).padStart(6, "0")}`);
  const rows = await Promise.all(ids.map((id) => keyedRow<PersonSavings>(file, id)));
  return rows.flatMap((row) =>
    row && row.saved_of_salary !== null && row.months_covered !== null ? row.user_id : [],
  );
}

describe.runIf(browserTest)("a measure of somebody over some months", () => {
  const site = builtSite();
  /** Main customers with a salary, whose every measure has a value. */
  let savers: readonly string[];

  beforeAll(async () => {
    savers = await saversOf(site.folder, site.url);
  });

  /** The values on a page, once all of it was seen. */
  async function readingsOf(path: string, id?: string): Promise<ShownReading[]> {
    const page = await site.open(`${path}${id ? `?id=${id}` : ""}`);
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
  );

  it("is the same of a company on each page", async () => {
    const {shared, faults} = await sharedWith(
      "company/cash",
      ["company/profit-and-loss", "company/payroll", "company/runway"],
      "com-00003",
    );
    expect(faults).toEqual([]);
    expect(shared["company/runway"]).toEqual(["net_burn", "runway"]);
  });
});
