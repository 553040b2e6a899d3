import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {environment, projectRoot} from "../../loaders/environment.js";
import {newPage} from "../../scripts/site/browser.js";
import {inTurn} from "../../scripts/site/inTurn.js";
import {type OpenSite, openSite} from "../../scripts/site/openSite.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {tableNames} from "../../src/lib/bank/schema.js";
import {browserTest} from "../support/browser.js";
import {runIn} from "../support/project.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** What a sentence must not hold where there is next to nothing to tell. */
const broken =
  /\bNaN\b|\bundefined\b|\bnull\b|Infinity|Invalid Date|€–|\[object|\b(in|on|of|from|to|since|by|after) –|[,;:] –(?![\w ]*\w)/;

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

async function problemsOf({browser, url}: OpenSite, path: string): Promise<string[]> {
  const problems: string[] = [];
  const page = await newPage(browser);
  page.on("pageerror", ({message}) => problems.push(message));
  await page.goto(url + path, {waitUntil: "networkidle"});
  if (!(await readThrough(page))) problems.push("still loading");
  const main = page.locator("main");
  await main.evaluate((main) => {
    for (const code of main.querySelectorAll("pre, code, [data-check=off]")) code.remove();
  });
  const errors = await main.locator(".observablehq--error, .message.is-error").allInnerTexts();
  problems.push(...errors.map((error) => `error cell: ${error}`));
  problems.push(...(await main.innerText()).split("\n").filter((line) => broken.test(line)));
  await page.close();
  return problems.map((problem) => `/${path}: ${problem}`);
}
