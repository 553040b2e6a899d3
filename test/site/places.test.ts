import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

/** `test/fixtures/site/places/[city].md`: a page for each row of a list of one’s own, joined with the bank. */
describe.runIf(browserTest)("a page for each row of a query", () => {
  const site = builtSite();

  it("is built under the name of its row, umlauts, spaces and dots included, with its own data", () => {
    const pages = ["places/St. Gallen", "places/São João", "places/Vienna"];
    expect(pagePaths(site.folder).filter((path) => path.startsWith("places/"))).toEqual(pages);
    const files = readdirSync(join(site.folder, "_file/data/places"));
    expect(
      files.filter((file) => file.endsWith(".csv")).map((file) => file.replace(/\.\w+\.csv$/, "")),
    ).toEqual(pages.map((path) => path.replace("places/", "")));
  });

  it("is found by the search under the name of its row, and not by its brackets", () => {
    const data = join(site.folder, "_file/data");
    const file = readdirSync(data).find((name) => name.startsWith("search-entries."))!;
    const entries = JSON.parse(readFileSync(join(data, file), "utf8")) as {path: string}[];
    const found = entries.filter(({path}) => path.startsWith("places/"));
    expect(found.map(({path}) => path)).toEqual([
      "places/St. Gallen",
      "places/São João",
      "places/Vienna",
    ]);
  });

  it("shows the rows of its row, from the loader and from the list, and is left out of the sidebar", async () => {
    const page = await site.open("places/Vienna");
    const here = page.locator("#here");
    await expect.poll(() => here.textContent()).toMatch(/^Vienna: [1-9]\d* customers, 3 visits$/);
    await expect.poll(() => page.locator("#mine").textContent()).toBe("3");
    expect(await page.locator("#observablehq-sidebar").textContent()).not.toContain("Vienna");
    await page.getByRole("link", {name: "Another place"}).click();
    await page.waitForURL((url) => decodeURI(url.pathname) === "/places/São João.html");
    await expect.poll(() => here.textContent()).toBe("São João: 0 customers, 1 visits");
    await expect.poll(() => page.title()).toBe("São João | Countinghouse");
  });
});
