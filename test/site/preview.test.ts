import {cpSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {browserTest} from "../support/browser.js";
import {spawnOffline} from "../support/offline.js";
import {runIn} from "../support/project.js";
import {copyBuiltProject} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

interface Probe {
  readonly timings: Record<string, number>;
  readonly problems: string[];
  readonly exitCode: number | null;
  readonly left: string[];
}

const probeScript = fileURLToPath(new URL("../support/previewProbe.ts", import.meta.url));

describe.runIf(browserTest)("npm run dev, with the network cut", () => {
  let folder: string;
  let probe: Probe;

  beforeAll(async () => {
    folder = temporaryFolder("preview");
    await copyBuiltProject(folder);
    cpSync(join(projectRoot, "test/fixtures/preview"), join(folder, "src"), {recursive: true});
    const said = await runIn(projectRoot, ["--import", "tsx", probeScript, folder], {
      start: spawnOffline,
    });
    probe = JSON.parse(said.slice(said.lastIndexOf('{"timings"')));
  });

  it("opens a page, takes an edited .sql file into it, and shows an error until it is repaired", () => {
    expect(probe.problems).toEqual([]);
    expect(Object.keys(probe.timings).slice(0, 5)).toEqual([
      "start",
      "open",
      "edit",
      "error",
      "repair",
    ]);
  });

  it("says on the open page which column of a page is not there, until it is", () => {
    expect(Object.keys(probe.timings).slice(5, 6)).toEqual(["mistake"]);
  });

  it("shows a new page in the sidebar, also where a page was loading when it was written", () => {
    expect(Object.keys(probe.timings).slice(6, 8)).toEqual(["newPage", "newPageUnheard"]);
  });

  it("tells the page of the live stream, as npm run live does", () => {
    expect(Object.keys(probe.timings).slice(8, 9)).toEqual(["live"]);
  });

  it("takes an edited CSV file into a page of many that reads it, by a loader and by a cell of SQL", () => {
    expect(Object.keys(probe.timings).slice(10)).toEqual(["ownFile", "ownTable"]);
  });

  it("has Observable’s inputs, and names for their parts", () => {
    expect(Object.keys(probe.timings).slice(9, 10)).toEqual(["inputs"]);
  });

  it("brings an edit to the open page in less time than it takes to start", () => {
    expect(probe.timings.edit).toBeLessThan(probe.timings.start!);
  });

  it("ends with all that it started when it is told to", () => {
    expect(probe).toMatchObject({exitCode: 0, left: []});
  });
});
