import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {copySources} from "../../../scripts/site/workingCopy.js";
import {runIn} from "../../support/project.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const loader = "-- Where?\n-- Grain: city.\n-- Columns: city.\nselect city from bank.cities\n";

/** What is said as a warning, without its mark, which is another on a terminal. */
const warnings = (said: string) =>
  Array.from(said.matchAll(/^\W*warn\W+(src\/.*)$/gim), ([, text]) => text);

describe("npm run check, of a loader that no page reads and a page to which nothing leads", () => {
  let said: string;
  const folder = temporaryFolder("remarks");
  const check = () => runIn(folder, ["--import", "tsx", "scripts/check.ts"]);

  beforeAll(async () => {
    copySources(projectRoot, folder);
    writeFileSync(join(folder, "src/data/idle.csv.sql"), loader);
    writeFileSync(join(folder, "src/bank/lonely.md"), "# Lonely\n\n[itself](./lonely)\n");
    said = await check();
  });

  it("names both, with what to do", () => {
    expect(warnings(said)).toEqual([
      "src/data/idle.csv: no page uses this dataset (remove its loader, or show it)",
      "src/bank/lonely.md: no page leads here (give it a line in src/index.md)",
    ]);
  });

  it("are remarks, as a build warns of them: nothing is broken", () => {
    expect(said).toMatch(/^pages and loaders: no problems, 2 remarks in [\d.]+ s$/m);
  });

  it("are counted beside problems, which are no warnings", async () => {
    rmSync(join(folder, "src/data/idle.csv.sql"));
    writeFileSync(join(folder, "src/bank/lonely.md"), "# Lonely\n\n[nobody](./nobody)\n");
    const failure = await check().catch(String);
    const lines = failure.split("\n").filter((line) => /src\/|pages and loaders/.test(line));
    expect(lines).toEqual([
      expect.stringMatching(/^src\/bank\/lonely\.md:3: dead link: \.\/nobody/),
      expect.stringMatching(/^\W*warn\W+src\/bank\/lonely\.md: no page leads here/i),
      expect.stringMatching(/^pages and loaders: 1 problem, 1 remark in [\d.]+ s$/),
    ]);
  });
});
