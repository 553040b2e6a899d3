import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {readingFaults} from "../../scripts/site/readings.js";
import type {Visit} from "../../scripts/site/visit.js";
import {pagePaths, visitSite} from "../../scripts/site/visitSite.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {keptPictures, normalizedPicture, pictureFile, pictureTitle} from "../support/pictures.js";
import {builtProject} from "../support/site.js";

describe.runIf(browserTest)("the site, built with the network cut and served below a path", () => {
  let folder: string;
  let visits: readonly Visit[];

  beforeAll(async () => {
    folder = join(await builtProject(), "dist");
    visits = await visitSite(folder, {base: "/analytics/", env: environment});
  });

  it("opens every page without an error cell, a console error, another host, an empty chart, a dead link or a barrier", () => {
    expect(visits.map(({path}) => path)).toEqual(pagePaths(folder));
    const problems = visits.flatMap(({path, problems}) =>
      problems.map((text) => `/${path}: ${text}`),
    );
    expect(problems).toEqual([]);
  });

  it("gives each measure of somebody over some months one value and a label of its own", () => {
    const readings = visits.flatMap(({readings}) => readings);
    expect(readingFaults(readings)).toEqual([]);
    expect(new Set(readings.map(({page}) => page)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(readings.map(({measure}) => measure)).size).toBeGreaterThanOrEqual(30);
  });

  it("draws every figure as it did: npm run pictures takes what was meant to change", async () => {
    const drawn = visits.flatMap(({path, pictures}) =>
      pictures.map(({figure, ...picture}) => ({file: pictureFile(path, figure), ...picture})),
    );
    for (const {file, finding, svgs} of drawn) {
      const kept = [pictureTitle(finding), ...svgs.map(normalizedPicture)].join("\n");
      await expect.soft(kept).toMatchFileSnapshot(file);
    }
    const files = drawn.map(({file}) => file);
    expect(keptPictures().filter((file) => !files.includes(file))).toEqual([]);
  });

  it("transfers at most 300 kB before the first chart of a story page, or before a page without charts is read on", () => {
    const stories = visits.filter(({path}) =>
      /^(people|person|companies|company|bank)\/|^$/.test(path),
    );
    for (const {path, firstChart} of stories) {
      expect(firstChart.byteCount, `/${path}`).toBeLessThanOrEqual(300_000);
    }
  });
});

describe.runIf(browserTest)("SQL in the browser", () => {
  const site = builtSite();
  let values: Record<string, {type: string; value: unknown}> & {cents: number};

  beforeAll(async () => {
    const page = await site.open("guide/native-values");
    const text = await page.locator("#values").textContent();
    values = JSON.parse(text!);
  });

  it.each([
    ["decimal_value", "number", 3.5],
    ["literal", "number", 1.5],
    ["rounded", "number", 2.57],
    ["mean", "number", 1.25],
    ["flag", "boolean", true],
    ["words", "string", "text"],
    ["nothing", "object", null],
    // Arrow's rows hold instants as their milliseconds; queryRows makes dates of them
    ["instant", "number", Date.UTC(2026, 9, 31, 12)],
  ])("gives the native value of %s", (name, type, value) => {
    expect(values[name]).toEqual({type, value});
  });

  it.each(["scaled_sum", "big_sum", "row_count", "huge_sum"])("gives %s as a number", (name) => {
    expect(values[name]?.type).toBe("number");
  });

  it("counts one by one and by sums alike", () => {
    expect(values.big_sum?.value).toBe(values.row_count?.value);
    expect(values.huge_sum?.value).toBe(values.row_count?.value);
  });

  it("keeps a price to the cent", () => {
    expect(values.cents).toBe(1999);
  });
});

describe.runIf(browserTest)("visitSite(folder)", () => {
  it("finds each thing that a reader should not see", async () => {
    const folder = mkdtempSync(join(tmpdir(), "countinghouse-visit-"));
    writeFileSync(
      join(folder, "index.html"),
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bad</title></head><body><main>
      <h1 id="top">Bad</h1>
      <div class="observablehq--error">RangeError: no</div>
      <figure id="hollow"><svg role="img" aria-label="x"><g aria-label="x-axis" role="group"><path d="M0,0L9,9"></path></g></svg></figure>
      <div data-check="off"><p class="observablehq--error">TypeError: on purpose</p></div>
      <div data-anchor="unasked"></div><div style="display:none"></div>
      <div data-anchor="undrawn"></div><div></div>
      <a href="#unasked">four</a> <a href="#undrawn">five</a>
      <a href="./nowhere">one</a> <a href="./">home</a> <a href="#lost">two</a> <a href="#top">three</a>
      <img src="http://elsewhere.invalid/x.png" alt="x">
      <script>console.error("oh no")</script>
      <div style="width:900px">wide</div></main></body></html>`,
    );
    const [visit] = await visitSite(folder, {env: environment});
    rmSync(folder, {recursive: true});
    const text = visit!.problems.join("\n");
    for (const expected of [
      "error cell: RangeError: no",
      "empty chart: hollow",
      "dead link: nowhere",
      "dead link:  (name the file: index.html, or siteLink)",
      "dead anchor: #lost",
      "dead anchor: #undrawn",
      "request to another host: http://elsewhere.invalid/x.png",
      "console: oh no",
      "html-has-lang (light)",
      "wider than a screen of 375 px",
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain("#top");
    expect(text).not.toContain("#unasked");
    expect(text).not.toContain("on purpose");
  });

  it("finds a dataset that grows with the bank and is fetched whole, and no other", async () => {
    const folder = mkdtempSync(join(tmpdir(), "countinghouse-visit-"));
    mkdirSync(join(folder, "_file/data"), {recursive: true});
    const names = [
      "lifestyle-habits.0a1b2c3d.json",
      "person.0a1b2c3d.keyed",
      "freshness.0a1b2c3d.json",
    ];
    for (const name of names) writeFileSync(join(folder, "_file/data", name), "[]");
    writeFileSync(
      join(folder, "index.html"),
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Heavy</title><link rel="icon" href="data:,"></head><body><main><h1>Heavy</h1></main><script>
      fetch("./_file/data/${names[0]}");
      fetch("./_file/data/${names[1]}", {headers: {range: "bytes=0-1"}});
      fetch("./_file/data/${names[2]}");
      </script></body></html>`,
    );
    const [visit] = await visitSite(folder, {env: environment});
    rmSync(folder, {recursive: true});
    expect(visit!.problems).toEqual([
      "fetches all of src/data/lifestyle-habits.json, which grows (Size: by person; ask for a key or a range, or bound it)",
    ]);
  });

  it("waits for a part that came after its place had been seen", async () => {
    const folder = mkdtempSync(join(tmpdir(), "countinghouse-visit-"));
    writeFileSync(
      join(folder, "index.html"),
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Late</title><link rel="icon" href="data:,"></head><body><main><h1>Late</h1>
      <p id="first" aria-busy="true">loading</p><div style="height:3000px"></div></main><script>
      setTimeout(() => {
        document.getElementById("first").remove();
        const part = document.createElement("p");
        part.ariaBusy = "true";
        part.textContent = "here";
        document.querySelector("main").append(part);
        new IntersectionObserver(([seen]) => seen.isIntersecting && part.removeAttribute("aria-busy")).observe(part);
      }, 1500);
      </script></body></html>`,
    );
    const [visit] = await visitSite(folder, {env: environment});
    rmSync(folder, {recursive: true});
    expect(visit!.problems).toEqual([]);
  });
});
