import {existsSync, readFileSync, rmSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {copyProject, type ProjectCopy} from "../../support/projectCopy.js";

const datasets = {
  "cities.csv.sql": "-- Which cities?\nselect city, population from bank.cities order by city\n",
  "months.json.sql": "select month, day_count from bank.months order by month\n",
  "users.arrow.sql": "select user_id, joined_on from bank.users order by user_id\n",
  "answer.json.ts": `// Private: accounts.iban, because sql/publish masks it.
import {withBank} from "../../loaders/datasets/bank.js";
import {readSqlFolder} from "../../loaders/sqlText.js";
import {answer} from "../lib/answer.js";
await withBank(async (bank) => {
  const [row] = await bank.query("select count(*) as leg_count from bank.transactions");
  const users = await bank.dataset("users.arrow");
  return [{...row, answer, user_count: users.length, published_count: readSqlFolder("sql/publish").length}];
});
`,
};

function newProject(): ProjectCopy {
  const project = copyProject(datasets);
  project.write("src/lib/answer.ts", "export const answer = 42;\n");
  return project;
}

let made: Promise<ProjectCopy> | undefined;

/** A project in which everything is made: one is, and copied. */
async function madeProject(): Promise<ProjectCopy> {
  made ??= (async () => {
    const project = newProject();
    await states(project);
    return project;
  })();
  return (await made).duplicate();
}

const cache = (project: ProjectCopy, target: string) =>
  join(project.root, "src/.observablehq/cache/data", target);

/** What `npm run data` says of each dataset: made, fresh or failed. */
async function states(project: ProjectCopy): Promise<Record<string, string>> {
  const {stdout} = await project.run("scripts/data.ts");
  const lines = stdout.split("\n").filter((line) => line.startsWith("data/"));
  return Object.fromEntries(
    lines.map((line) => [line.split(" ")[0]!.replace("data/", ""), line.trim().split(" ").at(-1)!]),
  );
}

const all = (state: string) =>
  Object.fromEntries(
    ["answer.json", "cities.csv", "months.json", "users.arrow"].map((target) => [target, state]),
  );

describe("npm run data", () => {
  it("makes every dataset where Framework looks for it, and says what it made", async () => {
    const project = newProject();
    const {code, stdout} = await project.run("scripts/data.ts");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dataset +rows +bytes +ms\n/);
    expect(stdout).toMatch(/^data\/cities\.csv +2 +44 +\d+ {2}made$/m);
    expect(stdout).toMatch(
      /^4 made, 0 fresh in \d+ ms; CSV files in data\/seed, as of 2025-06-30$/m,
    );
    expect(readFileSync(cache(project, "cities.csv"), "utf8")).toBe(
      "city,population\nBerlin,3700000\nÉvora,53000\n",
    );
    expect(JSON.parse(readFileSync(cache(project, "answer.json"), "utf8"))).toEqual([
      {leg_count: 32, answer: 42, user_count: 5, published_count: expect.any(Number)},
    ]);
  });

  it("makes nothing when nothing has changed, and just what depends on what has", async () => {
    const project = await madeProject();
    expect(await states(project)).toEqual(all("fresh"));

    project.edit("src/data/cities.csv.sql", "select city,", "select country, city,");
    expect(await states(project)).toEqual({...all("fresh"), "cities.csv": "made"});

    project.edit("src/lib/answer.ts", "42", "43");
    expect(await states(project)).toEqual({...all("fresh"), "answer.json": "made"});

    // what a TypeScript loader reads by name: a SELECT of another dataset, and all those of a folder
    project.edit("src/data/users.arrow.sql", "user_id, joined_on", "user_id, kind, joined_on");
    const ofUsers = {"answer.json": "made", "users.arrow": "made"};
    expect(await states(project)).toEqual({...all("fresh"), ...ofUsers});
    project.write("sql/publish/answers.sql", "select 42 as answer\n");
    expect(await states(project)).toEqual({...all("fresh"), "answer.json": "made"});

    project.edit("data/seed/cities.csv", "3700000", "3700001");
    expect(await states(project)).toEqual({
      ...all("fresh"),
      "answer.json": "made",
      "cities.csv": "made",
    });

    project.edit("sql/derived/months.sql", "count(*) as integer", "count(*) + 1 as integer");
    expect(await states(project)).toEqual({
      ...all("fresh"),
      "answer.json": "made",
      "months.json": "made",
    });

    project.edit(
      "loaders/datasets/formats/csv.ts",
      "rowCount: rows.length",
      "rowCount: rows.length + 0",
    );
    expect(await states(project)).toMatchObject({"cities.csv": "made", "answer.json": "fresh"});

    expect(await states(project)).toEqual(all("fresh"));
  });

  it("leaves an output as old as it is that was made again and is the same: pages name its time", async () => {
    const project = await madeProject();
    const time = () => statSync(cache(project, "cities.csv")).mtimeMs;
    const before = time();
    const format = "loaders/datasets/formats/csv.ts";
    project.edit(format, "rowCount: rows.length", "rowCount: rows.length + 0");
    expect(await states(project)).toMatchObject({"cities.csv": "made"});
    expect(time()).toBe(before);
  });

  it("makes again what was altered or removed by hand, and takes an untouched copy as it is", async () => {
    const project = await madeProject();
    project.write("src/.observablehq/cache/data/cities.csv", "city,population\n");
    rmSync(cache(project, "months.json"));
    const later = new Date(Date.now() + 5000);
    utimesSync(join(project.root, "src/data/users.arrow.sql"), later, later);
    expect(await states(project)).toEqual({
      ...all("fresh"),
      "cities.csv": "made",
      "months.json": "made",
    });
  });

  it("removes the output of a loader that is gone", async () => {
    const project = await madeProject();
    rmSync(join(project.root, "src/data/months.json.sql"));
    const {stdout} = await project.run("scripts/data.ts");
    expect(stdout).toContain("data/months.json removed: it is not made any more\n");
    expect(existsSync(cache(project, "months.json"))).toBe(false);
  });

  it("goes on where a loader is removed meanwhile, and remembers what it has made", async () => {
    const project = await madeProject();
    const removing =
      'import {rmSync} from "node:fs";\nrmSync("src/data/months.json.sql", {force: true});\n';
    project.write("src/lib/answer.ts", `${removing}export const answer = 43;\n`);
    expect(await states(project)).toEqual({...all("fresh"), "answer.json": "made"});
    const {"months.json": _, ...others} = all("fresh");
    expect(await states(project)).toMatchObject(others);
  });

  it("names the loader and the line of each mistake, makes the rest, and fails", async () => {
    const project = newProject();
    project.edit("src/data/cities.csv.sql", "population", "inhabitants");
    project.edit(
      "src/data/answer.json.ts",
      "  return [",
      "  throw new Error('no answer');\n  return [",
    );
    const {code, stdout, stderr} = await project.run("scripts/data.ts");
    expect(code).toBe(1);
    expect(stdout).toMatch(/2 made, 0 fresh, 2 failed/);
    expect(stderr).toContain(
      'src/data/cities.csv.sql:2: Binder Error: Referenced column "inhabitants" not found',
    );
    expect(stderr).toContain("  2 | select city, inhabitants from bank.cities order by city");
    expect(stderr).toMatch(/src\/data\/answer\.json\.ts:\d+: no answer$/m);

    project.edit("src/data/cities.csv.sql", "inhabitants", "population");
    expect(await states(project)).toEqual({
      ...all("fresh"),
      "cities.csv": "made",
      "answer.json": "failed",
    });
  });

  it("fails in one line when the bank is damaged", async () => {
    const project = newProject();
    project.edit("data/seed/trades.csv", ",360.00,1.50", ",360.00,1.5O");
    const {code, stderr} = await project.run("scripts/data.ts");
    expect(code).toBe(1);
    expect(stderr).toContain(
      'row 2 of trades.csv: invalid fee_eur: "1.5O" (write euro with at most two decimals, like -12.05)',
    );
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("generates the default bank first where there is none", async () => {
    const project = copyProject({"cities.csv.sql": datasets["cities.csv.sql"]});
    rmSync(join(project.root, "data/seed"), {recursive: true});
    // the default, but with fewer customers
    project.edit("scripts/seed.ts", "default: 2500", "default: 40");
    project.edit("scripts/seed.ts", "default: 120", "default: 6");
    const {code, stdout, stderr} = await project.run("scripts/data.ts");
    expect(code).toBe(0);
    expect(stderr).toContain("no bank in data/seed: generating the default one (npm run seed)");
    expect(stdout).toMatch(
      /^1 made, 0 fresh in \d+ ms; CSV files in data\/seed, as of 2026-10-31$/m,
    );
    const {parameters} = JSON.parse(project.read("data/seed/manifest.json"));
    expect(parameters).toMatchObject({individuals: 40, companies: 6, months: 18, seed: 42});
  });

  it("refuses an option it does not know with one line and code 2", async () => {
    const {code, stderr} = await newProject().run("scripts/data.ts", "--fast");
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("makeDatasets({onlooker})", {timeout: 120_000}, () => {
  it("touches the loader of an output that was there or told of before and was not saved itself, for open pages to take it", async () => {
    const project = newProject();
    project.write(
      "made.ts",
      `import {makeDatasets} from "./loaders/datasets/runner.js";
const [told, saved] = [new Set(["data/months.json"]), new Set(process.argv.slice(2))];
const touched = new Map();
await makeDatasets({onlooker: {wanted: new Set(), told, saved, touched, onReport() {}}});
console.log([...touched.keys()].filter((loader) => loader.endsWith(".sql")).join());`,
    );
    const touched = async (...saved: string[]) => {
      const time = (name: string) => statSync(join(project.root, "src/data", name)).mtimeMs;
      const before = ["cities.csv.sql", "months.json.sql"].map(time);
      const {stdout} = await project.run("made.ts", ...saved);
      const isTouched = ["cities.csv.sql", "months.json.sql"].map(
        (name, at) => time(name) !== before[at],
      );
      return {told: stdout.trim(), isTouched};
    };
    const [cities, months] = ["src/data/cities.csv.sql", "src/data/months.json.sql"] as const;
    expect(await touched()).toEqual({told: months, isTouched: [false, true]});
    project.edit("data/seed/cities.csv", "3700000", "3700001");
    expect(await touched()).toEqual({told: cities, isTouched: [true, false]});
    project.edit("data/seed/cities.csv", "3700001", "3700002");
    expect(await touched(cities)).toEqual({told: "", isTouched: [false, false]});
  });
});

describe("a bare observable build", () => {
  it("finds no stale output: the config removes it, and names the snapshot for the loaders", async () => {
    const project = await madeProject();
    project.edit("src/data/cities.csv.sql", "select city,", "select country, city,");
    project.write(
      "config.ts",
      `import {removeStaleOutputs} from "./loaders/datasets/runner.js";
console.log(JSON.stringify(await removeStaleOutputs()));`,
    );
    const {stdout} = await project.run("config.ts");
    expect(JSON.parse(stdout)).toMatchObject({
      removed: ["data/cities.csv"],
      settings: {DATA_SOURCE: "csv", SNAPSHOT_KEY: expect.stringMatching(/^[0-9a-f]{64}$/)},
    });
    expect(existsSync(cache(project, "cities.csv"))).toBe(false);
    expect(existsSync(cache(project, "months.json"))).toBe(true);
  });

  it("tells what has to be made from what only goes, for no loader makes it", async () => {
    const project = await madeProject();
    rmSync(join(project.root, "src/data/months.json.sql"));
    project.write(
      "config.ts",
      `import {removeStaleOutputs} from "./loaders/datasets/runner.js";
console.log(JSON.stringify(await removeStaleOutputs()));`,
    );
    const {stdout} = await project.run("config.ts");
    expect(JSON.parse(stdout)).toMatchObject({removed: ["data/months.json"], stale: []});
  });

  it("gets from the interpreter the bytes that the runner writes", async () => {
    const project = await madeProject();
    const {code, stdout, stderr} = await project.run(
      "loaders/datasets/interpreter.ts",
      "src/data/cities.csv.sql",
    );
    expect(code).toBe(0);
    expect(stderr).toContain("src/data/cities.csv.sql: 2 rows in");
    expect(stdout).toBe(readFileSync(cache(project, "cities.csv"), "utf8"));
  });

  it("fails with the file and the line where a loader's SQL is wrong", async () => {
    const project = await madeProject();
    project.edit("src/data/cities.csv.sql", "order by", "ordered by");
    const {code, stdout, stderr} = await project.run(
      "loaders/datasets/interpreter.ts",
      "src/data/cities.csv.sql",
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("src/data/cities.csv.sql:2: Parser Error: syntax error at or near");
  });
});
