import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Environment} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {
  connectTo,
  describeMariadb,
  type MariadbServer,
  newBank,
  startMariadb,
} from "../support/mariadb.js";
import {copyProject, type ProjectCopy} from "../support/projectCopy.js";
import {temporaryFolder, tinyBank} from "../support/tinyBank.js";

const extract = `-- Which campaigns did the bank run?
-- Grain: one row per campaign.
-- Columns: campaign_id id, city text (as in cities), started_on day,
-- budget_eur money.
select campaign_id, city, started_on, budget_eur
from campaigns
order by campaign_id
`;

const datasets = {
  "campaigns.csv.sql": `select campaigns.city, campaigns.budget_eur, cities.population
from bank.campaigns
join bank.cities using (city)
order by campaigns.campaign_id
`,
  "cities.csv.sql": "select city from bank.cities order by city\n",
  "bank.duckdb.ts": `// Private: accounts.iban, because sql/publish masks it.
import {withBank} from "../../loaders/datasets/bank.js";
import {publishBank} from "../../loaders/snapshot/publish.js";
await withBank(({snapshot}) => publishBank(snapshot.file));
`,
};

async function run(project: ProjectCopy) {
  const {stdout, stderr} = await project.run("scripts/data.ts");
  const states = Array.from(stdout.matchAll(/^data\/(\S+).* (made|fresh|failed)$/gm));
  return {states: Object.fromEntries(states.map(([, name, state]) => [name, state])), stderr};
}

const made = (project: ProjectCopy, name: string) =>
  join(project.root, "src/.observablehq/cache/data", name);

const withExtract = (settings: Environment, text = extract, name = "campaigns") => {
  const project = copyProject(datasets, settings);
  project.write(`sql/extract/own/${name}.sql`, text);
  return project;
};

describeMariadb("a table of one’s own in MariaDB", () => {
  let server: MariadbServer;
  let settings: Environment;
  const ask = async (sql: string) => {
    const connection = await connectTo(settings);
    await connection.query(sql);
    await connection.end();
  };

  beforeAll(async () => {
    server = await startMariadb();
    const env = await newBank(server);
    settings = {...env, DATA_SOURCE: "mariadb"};
    const rejectsFolder = temporaryFolder("rejects");
    await loadBank(requiredDatabaseSettings(env), {folder: tinyBank, rejectsFolder});
    await ask(
      "create table campaigns (campaign_id varchar(20), city varchar(60), started_on date, budget_eur decimal(12,2))",
    );
    await ask(
      "insert into campaigns values ('c1', 'Berlin', '2025-05-01', 1200.50), ('c2', 'Évora', null, null)",
    );
  });
  afterAll(() => server.stop());

  it("stands in the snapshot beside the bank's, and what reads it follows its rows", async () => {
    const project = withExtract(settings);
    project.write(
      "sql/publish/campaigns.sql",
      "select campaign_id, city from bank.campaigns order by campaign_id\n",
    );
    const first = await run(project);
    expect(first).toEqual({
      states: {"bank.duckdb": "made", "campaigns.csv": "made", "cities.csv": "made"},
      stderr: first.stderr,
    });
    expect(readFileSync(made(project, "campaigns.csv"), "utf8")).toBe(
      "city,budget_eur,population\nBerlin,1200.50,3700000\nÉvora,,53000\n",
    );
    expect(await publishedCampaigns(made(project, "bank.duckdb"))).toEqual([
      ["c1", "Berlin"],
      ["c2", "Évora"],
    ]);
    expect(new Set(Object.values((await run(project)).states))).toEqual(new Set(["fresh"]));
    await ask("update campaigns set budget_eur = 7 where campaign_id = 'c2'");
    expect((await run(project)).states).toMatchObject({
      "campaigns.csv": "made",
      "cities.csv": "fresh",
    });
    expect(readFileSync(made(project, "campaigns.csv"), "utf8")).toContain("Évora,7.00,53000");
  });

  it("that is not there, or is of other columns than declared, is an error that names the file", async () => {
    const missing = withExtract(settings, extract.replace("from campaigns", "from campaign"));
    expect((await run(missing)).stderr).toMatch(
      /sql\/extract\/own\/campaigns\.sql: Table '\w+\.campaign' doesn't exist \(columns must be those that its header declares, and DB_USER must be able to read them\)/,
    );
    const other = withExtract(settings, extract.replace("city text", "town text"));
    expect((await run(other)).stderr).toMatch(
      /sql\/extract\/own\/campaigns\.sql: Unknown column 'town' in/,
    );
  });
});

describe("a table of one’s own, with the CSV files as the source", () => {
  it("is missed by the loader that reads it, which says what to set; others go on", async () => {
    const project = withExtract({DATA_SOURCE: "csv"});
    project.write("sql/publish/campaigns.sql", "select campaign_id from bank.campaigns\n");
    const {states, stderr} = await run(project);
    expect(states).toEqual({
      "bank.duckdb": "failed",
      "campaigns.csv": "failed",
      "cities.csv": "made",
    });
    expect(stderr).toContain(
      "src/data/campaigns.csv.sql:2: Catalog Error: Table with name campaigns does not exist! sql/extract/own/campaigns.sql reads it from MariaDB, and the site is made from the CSV files (set DB_HOST and DATA_SOURCE=mariadb, see .env.example).",
    );
    expect(stderr).toContain(
      "sql/publish/campaigns.sql:1: Catalog Error: Table with name campaigns does not exist! sql/extract/own/campaigns.sql reads it from MariaDB",
    );
  });

  it.each([
    ["users", extract, "users is a table of the bank (give the file another name)"],
    ["months", extract, "months is a table of the bank (give the file another name)"],
    ["my-list", extract, "no name of a table: my-list (small letters, digits and _)"],
    [
      "campaigns",
      "select 1\n",
      "no columns declared (write in its header: -- Columns: campaign_id id, started_on day, budget_eur money.)",
    ],
    [
      "campaigns",
      extract.replace("money", "monney"),
      "4: unknown type of budget_eur: monney (did you mean money?)",
    ],
  ])("is refused as %s", async (name, text, said) => {
    const {stderr} = await run(withExtract({DATA_SOURCE: "csv"}, text, name));
    expect(stderr.replace(/(?<=\.sql:)(?=\d)/, " ")).toContain(
      `sql/extract/own/${name}.sql: ${said}`,
    );
  });
});

async function publishedCampaigns(file: string) {
  const instance = await DuckDBInstance.create(file, {access_mode: "READ_ONLY"});
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll("from campaigns order by campaign_id")).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
