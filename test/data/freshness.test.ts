import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {copyProject, type ProjectCopy} from "../support/projectCopy.js";

const loader = readFileSync(join(projectRoot, "src/data/freshness.json.ts"), "utf8");

async function freshness(project: ProjectCopy): Promise<Record<string, unknown>> {
  const {stdout, stderr, code} = await project.run("src/data/freshness.json.ts");
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("data/freshness.json", () => {
  const project = copyProject({"freshness.json.ts": loader});

  it("says where the numbers come from, as of when, and how many rows there are", async () => {
    const said = await freshness(project);
    expect(said).toMatchObject({
      source: "csv",
      label: "CSV files in data/seed",
      as_of: "2025-06-30",
      seed: 1,
      parameters: {individuals: 2, companies: 2, months: 2, seed: 1, start: "2025-05"},
      fallback_cause: null,
      notes: [],
      transaction_count: 32,
      tables: {users: 5, accounts: 7, trades: 3},
    });
    expect(await freshness(project), "is the same when nothing has changed").toEqual(said);
  });

  it("says which files were edited after they were generated", async () => {
    project.edit("data/seed/cities.csv", "3700000", "3700001");
    expect(await freshness(project)).toMatchObject({
      notes: ["cities.csv was edited after it was generated"],
    });
  });
});
