/** The site of a snapshot that leaves the legs in the source. */
import {cpSync, existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {needsLegs} from "../../loaders/datasets/legsNeeded.js";
import {environment, projectRoot} from "../../loaders/environment.js";
import {newPage} from "../../scripts/site/browser.js";
import {inTurn} from "../../scripts/site/inTurn.js";
import {openSite} from "../../scripts/site/openSite.js";
import {pagePaths, visitSite} from "../../scripts/site/visitSite.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {bank} from "../support/bank.js";
import {browserTest} from "../support/browser.js";
import {problemsOf} from "../support/pageProblems.js";
import {runIn} from "../support/project.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** Those that say how the snapshot was made, or hold the legs that it has. */
const different = ["bank.duckdb", "freshness.json", "published-schema.json"];

/** The pages that are without a figure, and those that link to figures of all pages. */
const visited = [
  ...["bank/admin", "bank/spend-mix", "guide/cookbook", "guide/dictionary", "guide/lineage"],
  ...["people/budgets", "people/statement", "person/budget", "person/overview", "workbench/ask"],
];

const targets = findDatasets().filter(({target}) => !target.includes("["));
const leftOut = targets.filter(needsLegs).map(({target}) => target);
const made = targets.map(({target}) => target).filter((target) => !leftOut.includes(target));

describe.runIf(browserTest)("a site without single postings", () => {
  const folder = temporaryFolder("without-legs");
  const outputs = join(folder, "src/.observablehq/cache");
  const before = new Map<string, Buffer>();

  beforeAll(async () => {
    copySources(projectRoot, folder);
    const seed = bank({individuals: 400, companies: 30, months: 8, seed: 5});
    cpSync(seed, join(folder, "data/seed"), {recursive: true});
    await runIn(folder, ["--import", "tsx", "scripts/data.ts"]);
    for (const target of made) before.set(target, readFileSync(join(outputs, target)));
    const settings = {SNAPSHOT_LEGS: "none"};
    await runIn(folder, ["--import", "tsx", "scripts/build.ts"], {settings});
  }, 600_000);

  it("has every dataset that does not say that it needs them, with the same bytes", () => {
    const changed = made.filter(
      (target) => !before.get(target)!.equals(readFileSync(join(outputs, target))),
    );
    expect(changed).toEqual(different.map((name) => `data/${name}`));
  });

  it("has none of those that say so", () => {
    expect(leftOut.length).toBeGreaterThan(10);
    for (const target of leftOut) expect(existsSync(join(outputs, target)), target).toBe(false);
  });

  it("passes the check of a built site: no chart is empty, and no link leads nowhere", async () => {
    const visits = await visitSite(join(folder, "dist"), {env: environment, paths: visited});
    expect(
      visits.flatMap(({path, problems}) => problems.map((each) => `/${path}: ${each}`)),
    ).toEqual([]);
  }, 600_000);

  it("says on each page what is left out of it, and has no error on any", async () => {
    const site = await openSite(join(folder, "dist"), {env: environment});
    try {
      const paths = pagePaths(join(folder, "dist"));
      expect((await inTurn(paths, (path) => problemsOf(site, path))).flat()).toEqual([]);
      const page = await newPage(site.browser);
      await page.goto(`${site.url}person/budget`);
      const note = page.locator("main [role=note]");
      expect(await note.innerText()).toBe(
        "This site was made without single postings. 2 of 4 figures are left out of this page.",
      );
      expect(await page.locator("#person-contracts").innerText()).toBe(
        "This figure needs every single posting, and this site was made without single postings.",
      );
      await page.locator("#person-months svg").first().waitFor();
      await page.goto(`${site.url}bank/spend-mix`);
      expect(await note.innerText()).toBe(
        "This page needs every single posting, and this site was made without single postings.",
      );
      expect(await page.locator("main figure").count()).toBe(0);
      await page.goto(site.url);
      await page
        .getByText(
          /^Made without single postings\. What needs every one is left out of these pages: .*One person: budget, /,
        )
        .waitFor();
    } finally {
      await site.close();
    }
  }, 600_000);
});
