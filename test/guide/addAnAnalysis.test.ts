import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {runIn} from "../support/project.js";
import {temporaryFolder} from "../support/tinyBank.js";

const guide = readFileSync(join(projectRoot, "src/guide/add-an-analysis.md"), "utf8");

const smallBank = ["--individuals", "60", "--companies", "10", "--months", "6", "--seed", "7"];

/** The blocks of code of a step, by its number. */
const blocksOf = (step: number): string[] => {
  const section = guide.split(/^## (?=\d\.)/m).find((text) => text.startsWith(`${step}.`)) ?? "";
  return Array.from(
    section.matchAll(/^```\w+(?: run=false)?\n([\s\S]*?)^```$/gm),
    ([, text]) => text!,
  );
};

describe("the guide's analysis, followed step by step", () => {
  let folder: string;
  const page = "src/bank/fees-by-city.md";
  const loader = "src/data/fees-by-city.csv.sql";
  const test = "test/data/feesByCity.test.ts";
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const check = () => runIn(folder, ["--import", "tsx", "scripts/check.ts"]);

  beforeAll(() => {
    folder = temporaryFolder("guide");
    copySources(projectRoot, folder);
    for (const part of ["test/support", "test/fixtures/ok"])
      cpSync(join(projectRoot, part), join(folder, part), {recursive: true});
    for (const part of ["tsconfig.json", "vitest.config.ts"])
      cpSync(join(projectRoot, part), join(folder, part));
  });

  it("1: the command writes something that works", async () => {
    const [command] = blocksOf(1)[0]!.split("\n");
    const [, title, group] = /^npm run new -- "(.*)" --group (\w+)$/.exec(command!)!;
    await runIn(folder, ["--import", "tsx", "scripts/new.ts", title!, "--group", group!]);
    expect(await check()).toContain(" no problems");
  });

  it("2: the new question makes the page wrong, which is said", async () => {
    write(loader, blocksOf(2)[0]!);
    await expect(check()).rejects.toThrow(
      `${page}:20: no column customer_count in data/fees-by-city.csv`,
    );
  });

  it("3: the new figure mends it", async () => {
    const [imported, figure] = blocksOf(3) as [string, string];
    const text = read(page)
      .replace(/^import \{count\}.*\n/m, () => imported)
      .replace(/^figure\(\{\n[\s\S]*?^\}\)\n/m, () => figure);
    write(page, text);
    expect(await check()).toContain(" no problems");
  });

  it("4: the new test passes, and fails where the question is another", async () => {
    write(
      test,
      read(test).replace(/^it\([\s\S]*/m, () => blocksOf(4)[0]!),
    );
    const run = () => runIn(folder, ["node_modules/vitest/vitest.mjs", "run", test]);
    await expect(run()).resolves.toContain("1 passed");
    write(loader, read(loader).replace("'fee'", "'interest'"));
    await expect(run()).rejects.toThrow("1 failed");
  });

  it("more than the bank: list, pages, inputs and table are right as they are written", async () => {
    const files = Array.from(
      guide.matchAll(/^`((?:src|sql)\/[^`]+)`\n\n(`{3,})\w+.*\n([\s\S]*?)^\2$/gm),
      ([, file, , text]) => [file!, text!] as const,
    );
    expect(files.map(([file]) => file)).toEqual([
      "src/data/my-visits.csv",
      "src/places/[city].sql",
      "src/data/places/[city].csv.sql",
      "src/places/[city].md",
      "sql/extract/own/campaigns.sql",
    ]);
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), {recursive: true});
      write(file, text);
    }
    expect(await check()).toContain(" no problems");
    await runIn(folder, ["--import", "tsx", "scripts/seed.ts", ...smallBank]);
    await runIn(folder, ["--import", "tsx", "scripts/data.ts"]);
    expect(read("src/.observablehq/cache/data/places/Vienna.csv")).toMatch(
      /^city,visit_count,customer_count\nVienna,3,\d+\n$/,
    );
  });
});
