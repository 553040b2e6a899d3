import {readdirSync, writeFileSync} from "node:fs";
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

function fail(): never {
  throw new Error("no dataset");
}
