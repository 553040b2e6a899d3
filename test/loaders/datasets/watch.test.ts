import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {cpSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
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

/** Watches, and writes each thing that happens as a line of JSON, and what is told of each dataset where `LOOKS` is set. */
const watcher = `import {watchDatasets} from "./loaders/datasets/watch.js";
await watchDatasets({
  onDataset: ({target, state}) => {
    if (process.env.LOOKS) console.log(JSON.stringify(state + " " + target));
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
    const {next} = messages(child.stdout!);
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
        project.write("src/lib/deep/.answer.ts", `export const answer = ${answer};\n`);
        rename("src/lib/deep/.answer.ts", "src/lib/deep/answer.ts");
        expect(await next()).toEqual([["data/answer.json", "made", null]]);
      }
      for (const population of ["3700002", "3700003"]) {
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

describe("watchDatasets(), where something is saved while a run is under way", () => {
  it("leaves what takes long and makes first what was saved; its own touch of a loader begins no run", async () => {
    const {"months.json.sql": months} = datasets;
    const slow = `import {writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {withBank} from "../../loaders/datasets/bank.js";
import {minutes} from "../lib/minutes.js";
writeFileSync("slow", String(minutes));
await sleep(minutes * 60_000);
await withBank(() => [{minutes}]);
`;
    const project = copyProject({"months.json.sql": months, "slow.json.ts": slow}, {LOOKS: "1"});
    project.write("src/lib/minutes.ts", "export const minutes = 0;\n");
    project.write("watch.ts", watcher);
    await project.run("scripts/data.ts");
    const child = project.start("watch.ts");
    const news = messages(child.stdout!);
    /** What happens until this does: a busy machine tells of one change twice, and a second run finds nothing to do. */
    const until = async (wanted: string) => {
      while ((await news.next()) !== wanted);
    };
    try {
      await until("ready");
      project.edit("src/lib/minutes.ts", "0", "10");
      await until("fresh data/months.json");
      const begun = join(project.root, "slow");
      await expect.poll(() => readFileSync(begun, "utf8")).toBe("10");

      project.edit("src/data/months.json.sql", "day_count", "day_count as days");
      await until("made data/months.json");
      project.edit("src/lib/minutes.ts", "10", "0.001");
      await until("made data/slow.json");
      expect(await news.next()).toEqual([
        ["data/months.json", "made", null],
        ["data/slow.json", "made", null],
      ]);
      await sleep(1_000);
      expect(news.count).toBe(0);
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
  /** How many have happened that nobody has asked for. */
  readonly count: number;
}

/** The lines of JSON that a process writes. */
function messages(stream: NodeJS.ReadableStream): Messages {
  const news: unknown[] = [];
  let rest = "";
  let wake = () => {};
  stream.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString("utf8")).split("\n");
    rest = parts.pop()!;
    news.push(...parts.map((part): unknown => JSON.parse(part)));
    wake();
  });
  return {
    async next() {
      while (news.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return news.shift();
    },
    get count() {
      return news.length;
    },
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
