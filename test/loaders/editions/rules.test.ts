import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {describe, expect, it} from "vitest";
import {findDatasets} from "../../../loaders/datasets/dataset.js";
import {audiences} from "../../../loaders/editions/edition.js";
import {withinLimits} from "../../../loaders/editions/limits.js";
import {isPageOf, readRules} from "../../../loaders/editions/rules.js";
import {projectRoot} from "../../../loaders/environment.js";
import {markdownFiles} from "../../../scripts/site/pages.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const rulesOf = (text: string) => {
  const folder = temporaryFolder("rules");
  writeFileSync(join(folder, "company.sql"), text);
  return () => readRules("company", folder);
};
const head = "-- Audience: whoever.\n-- Pages: company/*\n-- First: company/cash\n";

describe("the rules of sql/editions", () => {
  it("are those of the audiences that there are", () => {
    const files = readdirSync(join(projectRoot, "sql/editions")).map((file) =>
      basename(file, ".sql"),
    );
    expect(files.sort()).toEqual([...audiences].sort());
  });

  const pages = markdownFiles(join(projectRoot, "src")).map((file) => file.replace(/\.md$/, ""));
  const targets = findDatasets().map(({target}) => target);
  it.each(audiences)("name pages and datasets that there are, for the audience %s", (audience) => {
    const rules = readRules(audience);
    for (const pattern of rules.pages)
      expect([pattern, pages.some((page) => isPageOf({pages: [pattern]}, page))]).toEqual([
        pattern,
        true,
      ]);
    expect(pages).toContain(rules.first);
    expect(isPageOf(rules, rules.first)).toBe(true);
    for (const {target} of rules.datasets) expect(targets).toContain(target);
  });
});

describe("readRules(audience)", () => {
  it("says what counts are rounded to a multiple of, 1 where nothing is said", () => {
    expect(rulesOf(`${head}-- Counts: multiples of 10\n`)().countStep).toBe(10);
    expect(rulesOf(head)().countStep).toBe(1);
    expect(readRules("public").countStep).toBe(10);
  });

  it("gives each SELECT the line of the file where it stands", () => {
    const {tables} = rulesOf(`${head}\n-- Table: users\nselect 1 as user_id\n`)();
    expect(tables.map(({name}) => name)).toEqual(["users"]);
    expect(tables[0]!.sql.split("\n").indexOf("select 1 as user_id")).toBe(5);
  });

  it.each([
    ["-- Pages: company/*\n", /company\.sql:1: no line “-- First:/],
    ["-- First: company/cash\n", /company\.sql:1: no line “-- Audience:/],
    [`${head}-- Table: users\n-- nothing\n`, /company\.sql:4: no SELECT below users/],
    [
      `${head}-- Table: users\nselect 1\n-- Table: users\nselect 2\n`,
      /company\.sql:6: users is named twice/,
    ],
    [`${head}-- Counts: tens\n`, /company\.sql:4: -- Counts: tens \(as in: multiples of 10\)/],
    [
      `${head}-- Dataset: x.keyed\n-- As it is: because\n`,
      /company\.sql:4: no SELECT below x\.keyed/,
    ],
  ])("refuses %j", (text, message) => {
    expect(rulesOf(text)).toThrow(message);
  });

  it("reads what is done to the fields of JSON", () => {
    const text = `${head}-- Dataset: x.json\n-- As it is: because\n-- At least: person_count 10\n-- Left out: rises\n-- Rounded: median_eur 5\n`;
    const [{limits, isAsItIs} = fail()] = rulesOf(text)().datasets;
    expect(isAsItIs).toBe(true);
    const told = {
      rises: [{party: "Somebody"}],
      costs: [
        {person_count: 9, median_eur: 12},
        {person_count: 10, median_eur: 12.6},
        {median_eur: null},
      ],
    };
    expect(withinLimits(told, limits)).toEqual({
      costs: [{person_count: 10, median_eur: 15}, {median_eur: null}],
    });
  });
});

describe("a share that is rounded", () => {
  const limits = readRules("public").datasets.find(({target}) =>
    target.endsWith("cycle.json"),
  )!.limits;
  const told = (entry: object) => withinLimits([{person_count: 880, ...entry}], limits)[0];

  it("is that of counts in tens, so that no count below ten can be had of it", () => {
    for (const low of [0, 1, 4])
      expect(told({cycle_count: 2642, low_share: low / 2642})).toMatchObject({
        cycle_count: 2640,
        low_share: 0,
      });
    expect(told({cycle_count: 2642, low_share: 8 / 2642})).toMatchObject({low_share: 10 / 2640});
    expect(told({cycle_count: 14, low_share: 1})).toMatchObject({low_share: 1});
    expect(told({cycle_count: 4, low_share: 0.5})).toMatchObject({cycle_count: 0, low_share: 0});
  });
});

describe("what the public is told as it is", () => {
  const rules = readRules("public").datasets.filter(({isAsItIs}) => isAsItIs);
  const headers = new Map(
    findDatasets().map(({target, loader}) => [
      target,
      readFileSync(join(projectRoot, loader), "utf8").split("\nimport")[0]!,
    ]),
  );
  /** A median of a few contracts, fields of what is left out, and the chance of a test. */
  const others = ["median_count", "from_eur", "to_eur", "rise_share", "customer_count"];
  const chances = ["payroll_share"];
  it.each(rules.map(({target}) => target))(
    "has each count, sum and share rounded: %s",
    (target) => {
      const {rounded, leftOut} = rules.find((rule) => rule.target === target)!.limits;
      const fields = headers.get(target)!.match(/\b[a-z0-9_]+_(count|eur|share|rate)\b/g) ?? [];
      const known = [...rounded.keys(), ...leftOut, ...others, ...chances];
      expect([...new Set(fields)].filter((field) => !known.includes(field))).toEqual([]);
    },
  );
});

function fail(): never {
  throw new Error("no dataset");
}
