import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {copySources} from "../../../scripts/site/workingCopy.js";
import {runIn} from "../../support/project.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const loader = "-- Where?\n-- Grain: city.\n-- Columns: city.\nselect city from bank.cities\n";

describe("npm run check, of a loader that no page reads and a page to which nothing leads", () => {
  let said: string;

  beforeAll(async () => {
    const folder = temporaryFolder("remarks");
    copySources(projectRoot, folder);
    writeFileSync(join(folder, "src/data/idle.csv.sql"), loader);
    writeFileSync(join(folder, "src/bank/lonely.md"), "# Lonely\n\n[itself](./lonely)\n");
    said = await runIn(folder, ["--import", "tsx", "scripts/check.ts"]);
  });

  it("names both, with what to do", () => {
    expect(said.split("\n").filter((line) => line.startsWith("src/"))).toEqual([
      "src/data/idle.csv: no page uses this dataset (remove its loader, or show it)",
      "src/bank/lonely.md: no page leads here (give it a line in src/index.md)",
    ]);
  });

  it("are remarks: nothing is broken", () => {
    expect(said).toContain("pages and loaders: 0 problems");
  });
});
