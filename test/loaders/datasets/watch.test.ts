import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {cpSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {partialFolder, replaceFolder} from "../../../loaders/replacedFolder.js";
import {loadBank} from "../../../scripts/db/load/loadBank.js";
import {migrate} from "../../../scripts/db/migrate.js";
import {describeMariadb, startMariadb} from "../../support/mariadb.js";
import {copyProject} from "../../support/projectCopy.js";
import {editedBank, temporaryFolder, tinyBank} from "../../support/tinyBank.js";

const datasets = {
  "cities.csv.sql": "select city, population from bank.cities order by city\n",
  "months.json.sql": "select month, day_count from bank.months order by month\n",
  "answer.json.ts": `import {withBank} from "../../loaders/datasets/bank.js";
import {answer} from "../lib/deep/answer.js";
await withBank(() => [{answer}]);
`,
};

/** Watches, and writes each thing that happens as a line of JSON, and of each run that finds the first dataset as it is. */
const watcher = `import {watchDatasets} from "./loaders/datasets/watch.js";
await watchDatasets({
  onDataset: ({target, state}) => {
    if (target === "data/answer.json" && state === "fresh") console.log('"fresh"');
  },
  onRun: ({datasets}) => {
    const news = datasets.filter(({state}) => state !== "fresh");
    console.log(JSON.stringify(news.map(({target, state, error}) => [target, state, error])));
  },
  onError: (error) => console.log(JSON.stringify(error.message)),
});
console.log('"ready"');
`;

describe("watchDatasets()", () => {
  it("makes what a change concerns and gives output and loader one time, so that the preview takes it", async () => {
    const project = copyProject(datasets);
    project.write("src/lib/deep/answer.ts", "export const answer = 42;\n");
    project.write("watch.ts", watcher);
    await project.run("scripts/data.ts");
    const child = project.start("watch.ts");
    const {next, quiet} = messages(child.stdout!);
    const rename = (from: string, to: string) =>
      renameSync(join(project.root, from), join(project.root, to));
    try {
      expect(await next()).toBe("ready");
      project.edit("src/lib/deep/answer.ts", "42", "43");
      expect(await next()).toEqual([["data/answer.json", "made", null]]);
      const times = ["src/data/answer.json.ts", "src/.observablehq/cache/data/answer.json"].map(
        (path) => statSync(join(project.root, path)).mtimeMs,
      );
      expect(times[0]).toBe(times[1]);

      project.edit("data/seed/cities.csv", "3700000", "much");
      expect(await next()).toMatch(/^row 2 of cities\.csv: invalid population: "much"/);
      project.edit("data/seed/cities.csv", "much", "3700001");
      expect(await next()).toEqual([
        ["data/answer.json", "made", null],
        ["data/cities.csv", "made", null],
      ]);

      project.edit("src/data/months.json.sql", "day_count", "day_cuont");
      expect(await next()).toEqual([
        ["data/months.json", "failed", expect.stringMatching(/months\.json\.sql:1/)],
      ]);
      project.edit("src/data/months.json.sql", "day_cuont", "day_count");
      expect(await next()).toEqual([["data/months.json", "made", null]]);

      // an editor that writes aside and renames, and a bank that is generated again: more than once
      for (const answer of ["44", "45"]) {
        await quiet();
        project.write("src/lib/deep/.answer.ts", `export const answer = ${answer};\n`);
        rename("src/lib/deep/.answer.ts", "src/lib/deep/answer.ts");
        expect(await next()).toEqual([["data/answer.json", "made", null]]);
      }
      for (const population of ["3700002", "3700003"]) {
        await quiet();
        const seed = join(project.root, "data/seed");
        cpSync(seed, partialFolder(seed), {recursive: true});
        const cities = join(partialFolder(seed), "cities.csv");
        writeFileSync(cities, readFileSync(cities, "utf8").replace(/37000\d\d/, population));
        replaceFolder(seed);
        expect(await next()).toEqual([
          ["data/answer.json", "made", null],
          ["data/cities.csv", "made", null],
        ]);
      }
    } finally {
      await ended(child);
    }
  });
});

/** Ends a process, and waits until it writes no more. */
async function ended(child: ChildProcess): Promise<void> {
  const isOver = once(child, "close");
  if (child.kill()) await isOver;
}

interface Messages {
  /** The next thing that happens. */
  next(): Promise<unknown>;
  /**
   * The run that the last made output has called for has looked at everything: what changes from now on is found only
   * where it calls for a run itself.
   */
  quiet(): Promise<void>;
}

/** The lines of JSON that a process writes. */
function messages(stream: NodeJS.ReadableStream): Messages {
  const news: unknown[] = [];
  let isQuiet = false;
  let rest = "";
  let wake = () => {};
  stream.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString("utf8")).split("\n");
    rest = parts.pop()!;
    for (const value of parts.map((part): unknown => JSON.parse(part))) {
      isQuiet = value === "fresh";
      if (!isQuiet) news.push(value);
    }
    wake();
  });
  const until = async (isThere: () => boolean) => {
    while (!isThere())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return {
    async next() {
      await until(() => news.length > 0);
      return news.shift();
    },
    quiet: () => until(() => isQuiet),
  };
}

describeMariadb("watchDatasets() over MariaDB", () => {
  it("finds out by itself that the database has changed", async () => {
    const server = await startMariadb();
    const env = await server.createDatabase();
    const settings = requiredDatabaseSettings(env);
    const load = (folder: string) =>
      loadBank(settings, {folder, rejectsFolder: temporaryFolder("rejects")});
    await migrate(settings);
    await load(tinyBank);

    const {"cities.csv.sql": cities} = datasets;
    const project = copyProject({"cities.csv.sql": cities}, {...env, DATA_SOURCE: "auto"});
    project.write("watch.ts", watcher);
    const {stdout} = await project.run("scripts/data.ts");
    expect(stdout).toMatch(/; MariaDB [\d.]+, as of 2025-06-30\n$/);

    const child = project.start("watch.ts");
    const {next} = messages(child.stdout!);
    try {
      expect(await next()).toBe("ready");
      await load(editedBank({cities: (text) => text.replace("3700000", "3700001")}));
      expect(await next()).toEqual([["data/cities.csv", "made", null]]);
    } finally {
      await ended(child);
      await server.stop();
    }
  });
});
