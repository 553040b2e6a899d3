import {cpSync, existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {readLineage} from "../../../loaders/lineage/lineage.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {copySources} from "../../../scripts/site/workingCopy.js";
import {type Lineage, type LineageNode, lineageOf} from "../../../src/lib/site/lineage.js";
import {runIn} from "../../support/project.js";
import {temporaryFolder, tinyBank} from "../../support/tinyBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

let snapshot: SnapshotReader;
let nodes: LineageNode[];
let lineage: Lineage;

beforeAll(async () => {
  snapshot = await tinySnapshot();
  nodes = await readLineage(snapshot.connection);
  lineage = lineageOf(nodes);
});
afterAll(() => snapshot.close());

describe("readLineage(connection)", () => {
  it("names each thing once, and nothing that is not there", () => {
    const ids = nodes.map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(nodes.flatMap(({reads}) => reads.filter((read) => !ids.includes(read)))).toEqual([]);
    const files = nodes.flatMap(({file}) => file ?? []);
    expect(files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
    const pages = nodes.flatMap(({path}) => path?.replace(/#.*/, "") || []);
    expect(pages.filter((page) => !existsSync(join(projectRoot, `src/${page}.md`)))).toEqual([]);
  });

  it("has a row that is known: page, figure, dataset, column of a table", () => {
    const row = [
      "page:people/savings",
      "figure:people/savings#savings-shares",
      "dataset:savings-shares.csv",
      "column:person_months.salary_eur",
    ];
    for (const [at, id] of row.slice(0, -1).entries())
      expect(lineage.node(id)?.reads, id).toContain(row[at + 1]);
  });

  it.each([
    ["dataset:company-futures.keyed", "dataset:company-months.keyed"],
    ["dataset:lifestyle-segments.json", "column:person_relations.relation"],
    ["dataset:watches.json", "column:company_days.lowest_eur"],
    ["dataset:bank.duckdb", "column:transactions.amount_eur"],
    ["dataset:workbench/ask: weekSpending", "column:daily_flows.day"],
    ["table:daily_flows", "column:transactions.amount_eur"],
    ["table:person_months", "column:categories.category_group"],
    ["page:*", "dataset:search-entries.json"],
  ])("%s reads %s", (id, read) => {
    expect(lineage.node(id)?.reads).toContain(read);
  });

  it("tells of a site with certain pages what these are made of, and nothing of others", async () => {
    const own = await readLineage(snapshot.connection, {has: (page) => page === "company/cash"});
    const pages = own.filter(({kind}) => kind === "page" || kind === "figure");
    expect(new Set(pages.map(({path}) => path?.replace(/#.*/, "")))).toEqual(
      new Set(["company/cash", ""]),
    );
    const ids = own.map(({id}) => id);
    expect(ids).toContain("dataset:company-cash.keyed");
    expect(ids).toContain("dataset:search-entries.json");
    expect(ids).not.toContain("dataset:watches.json");
    const tables = nodes.filter(({kind}) => kind === "table" || kind === "column");
    expect(own.filter(({kind}) => kind === "table" || kind === "column")).toEqual(tables);
    expect(own.every((node) => nodes.some(({id}) => id === node.id))).toBe(true);
  });

  it("leaves out what is not published, and columns that a query does not read", () => {
    expect(lineage.node("dataset:bank.duckdb")?.reads).not.toContain("column:users.email");
    expect(lineage.node("dataset:savings-shares.csv")?.reads).not.toContain(
      "column:person_months.rent_eur",
    );
  });

  it("leaves out what proves the snapshot that a loader opens", () => {
    expect(lineage.node("dataset:freshness.json")?.reads).toEqual([
      "column:account_flows.leg_count",
    ]);
  });

  it("finds a page, a figure and a dataset that somebody adds", async () => {
    const folder = temporaryFolder("lineage");
    copySources(projectRoot, folder);
    cpSync(tinyBank, join(folder, "data/seed"), {recursive: true});
    writeFileSync(
      join(folder, "src/data/added.csv.sql"),
      "-- Where?\n-- Grain: city.\n-- Columns: city.\nselect city from bank.cities order by city\n",
    );
    writeFileSync(
      join(folder, "src/bank/added.md"),
      '# Added\n\n```js\nconst rows = FileAttachment("../data/added.csv").csv();\n```\n\n```js figure=added\nrows.length\n```\n',
    );
    const said = await runIn(folder, ["--import", "tsx", "src/data/lineage.json.ts"]);
    const copy = lineageOf(JSON.parse(said.slice(said.indexOf("["))));
    expect(copy.node("page:bank/added")?.reads).toContain("figure:bank/added#added");
    expect(copy.node("figure:bank/added#added")?.reads).toEqual(["dataset:added.csv"]);
    expect(copy.node("dataset:added.csv")?.reads).toEqual(["column:cities.city"]);
  });
});
