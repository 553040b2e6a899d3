import {describe, expect, it} from "vitest";
import {contentHash, moduleFiles} from "../../loaders/modules.js";

describe("moduleFiles(entry)", () => {
  it("finds what a module imports, statically or on demand, and what those import", () => {
    const files = moduleFiles("src/data/freshness.json.ts");
    expect(files).toContain("src/data/freshness.json.ts");
    expect(files).toContain("loaders/datasets/bank.ts");
    expect(files).toContain("loaders/csv/source.ts");
    expect(files).toContain("src/lib/bank/schema.ts");
  });

  it("finds the files that a module reads by name, but no data", () => {
    const files = moduleFiles("src/data/bank.duckdb.ts");
    expect(files).toContain("sql/publish/users.sql");
    expect(files.filter((file) => file.startsWith("data/"))).toEqual([]);
  });

  it("finds a query of another dataset that a module reads", () => {
    const query = "src/data/portfolio-accounts.json.sql";
    expect(moduleFiles("src/data/portfolio-first.json.ts")).toContain(query);
    expect(moduleFiles("src/data/investment-months.json.ts")).toContain(query);
  });

  it("leaves out what only others import", () => {
    expect(moduleFiles("loaders/datasets/sqlDataset.ts")).not.toContain(
      "loaders/snapshot/snapshot.ts",
    );
  });
});

describe("contentHash(files)", () => {
  it("depends on which files are there", () => {
    const [one, two] = ["src/lib/day.ts", "src/lib/money.ts"];
    expect(contentHash([one])).toBe(contentHash([one]));
    expect(contentHash([one])).not.toBe(contentHash([two]));
    expect(contentHash([one, "src/lib/gone.ts"])).not.toBe(contentHash([one]));
  });
});
