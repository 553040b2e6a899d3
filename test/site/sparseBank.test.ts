import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {environment, projectRoot} from "../../loaders/environment.js";
import {inTurn} from "../../scripts/site/inTurn.js";
import {openSite} from "../../scripts/site/openSite.js";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {tableNames} from "../../src/lib/bank/schema.js";
import {browserTest} from "../support/browser.js";
import {problemsOf} from "../support/pageProblems.js";
import {runIn} from "../support/project.js";
import {temporaryFolder} from "../support/tinyBank.js";

describe.runIf(browserTest)("the site of a bank with next to nothing in it", () => {
  const folder = temporaryFolder("sparse");

  beforeAll(() => copySources(projectRoot, folder));

  /** Leaves the header alone in the files of some tables. */
  const empty = (tables: readonly string[]) => {
    for (const table of tables) {
      const file = join(folder, `data/seed/${table}.csv`);
      writeFileSync(file, readFileSync(file, "utf8").replace(/\n[\s\S]*/, "\n"));
    }
  };

  /** Leaves out the instruments, and all that only trading brings about. */
  const withoutInstruments = () => {
    empty(["instruments", "prices", "splits", "dividends", "trades"]);
    const file = join(folder, "data/seed/transactions.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^.*,(trade|dividend),.*\n/gm, ""));
  };

  const banks = [
    ["no row at all", ["0", "0", "1"], () => empty(tableNames)],
    ["one person, one company and one month", ["1", "1", "1"], () => {}],
    ["nobody", ["0", "0", "1"], () => {}],
    ["no instrument", ["30", "3", "2"], withoutInstruments],
  ] as const;

  it.each(banks)(
    "has no error on any page, and no sentence with a hole in it: %s",
    async (_, counts, edit) => {
      const [individuals, companies, months] = counts;
      const options = ["--individuals", individuals, "--companies", companies, "--months", months];
      await runIn(folder, ["--import", "tsx", "scripts/seed.ts", ...options]);
      edit();
      await runIn(folder, ["--import", "tsx", "scripts/build.ts"]);
      const site = await openSite(join(folder, "dist"), {env: environment});
      try {
        const problems = await inTurn(pagePaths(join(folder, "dist")), (path) =>
          problemsOf(site, path),
        );
        expect(problems.flat()).toEqual([]);
      } finally {
        await site.close();
      }
    },
    600_000,
  );
});
