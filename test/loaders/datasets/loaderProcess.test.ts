import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {isAlive} from "../../../loaders/abandoned.js";
import {bundleInto} from "../../../loaders/bundle.js";
import {openLoaderProcess} from "../../../loaders/datasets/loaderProcess.js";
import {environment} from "../../../loaders/environment.js";
import {copyProject, type ProjectCopy} from "../../support/projectCopy.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const withBank = 'import {withBank} from "../../loaders/datasets/bank.js";\n';

const loaders = {
  "aborts.json.ts": 'process.kill(process.pid, "SIGKILL");\n',
  "asks.json.ts": `${withBank}
await withBank(async ({query}) => {
  return await query("select cty from bank.users");
});\n`,
  "exits.json.ts": 'process.stdout.write("[]");\nprocess.exit(3);\n',
  "forgets.json.ts": "await new Promise(() => {});\n",
  "late.json.ts": 'setTimeout(() => process.stdout.write("[1, 2]"), 100);\n',
  "leaves.json.ts": 'process.stdout.write("[1]");\nprocess.exit();\n',
  "misspelt.json.ts": 'import {none} from "./none.js";\nprocess.stdout.write(none);\n',
  "sets.json.ts": `${withBank}await withBank(async ({connection}) => {
  await connection.run("set disabled_optimizers = 'filter_pushdown'");
  return [];
});\n`,
  "throws.json.ts": 'throw new Error("no answer");\n',
};

const counting = `${withBank}import {readCount} from "../../loaders/datasets/count.js";
await withBank(async (bank) => [await bank.once(readCount)]);
`;

const count = `import type {Queries} from "./bank.js";
export const readCount = async (bank: Queries) => (await bank.dataset("cities.csv")).length;
`;

const output = (project: ProjectCopy, name: string) =>
  readFileSync(join(project.root, "src/.observablehq/cache/data", name), "utf8");

describe("a process of several loaders", {timeout: 120_000}, () => {
  it("ends a loader as a process of its own would, whatever the one before has done", async () => {
    const project = copyProject(loaders);
    const {code, stdout, stderr} = await project.run("scripts/data.ts");
    expect(code).toBe(1);
    const states = Array.from(
      stdout.matchAll(/^data\/(\w+)\.json .*?(\w+)$/gm),
      ([, ...told]) => told,
    );
    expect(Object.fromEntries(states)).toEqual({
      aborts: "failed",
      asks: "failed",
      exits: "failed",
      forgets: "failed",
      late: "made",
      leaves: "made",
      misspelt: "failed",
      sets: "failed",
      throws: "failed",
    });
    expect([output(project, "late.json"), output(project, "leaves.json")]).toEqual([
      "[1, 2]",
      "[1]",
    ]);
    const reasons = [
      "aborts.json.ts: exited with code null",
      "exits.json.ts: exited with code 3",
      "forgets.json.ts: waits for what never comes",
      'misspelt.json.ts:1:19: ERROR: Could not resolve "./none.js"',
      "throws.json.ts:1: no answer\n",
      'asks.json.ts:4: Binder Error: Referenced column "cty" not found',
    ];
    for (const reason of reasons) expect(stderr).toContain(`src/data/${reason}`);
    expect(stderr).toContain("sets for others too: disabled_optimizers = filter_pushdown");
    expect(stderr).not.toMatch(/node:internal|Node\.js v/);
  });

  it("begins anew where it was killed between two loaders", async () => {
    const folder = temporaryFolder("process");
    const says = (name: string, code: string) => {
      writeFileSync(join(folder, name), `process.stdout.write(String(${code}));`);
      return {loader: name, file: join(folder, name), args: []};
    };
    const host = await bundleInto(folder, ["loaders/datasets/loaderHost.ts"]);
    const own = openLoaderProcess(
      host.get("loaders/datasets/loaderHost.ts")!.file,
      join(folder, "own"),
      environment,
    );
    const first = await own.run(says("first.mjs", "process.pid"));
    const pid = Number(first.bytes);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(String((await own.run(says("second.mjs", "7"))).bytes)).toBe("7");
    await own.close();
  });

  it("begins anew where it holds more than it may after a loader", async () => {
    const folder = temporaryFolder("process");
    const file = join(folder, "says.mjs");
    writeFileSync(file, "process.stdout.write(String(process.pid));");
    const loader = {loader: "says.json.ts", file, args: []};
    const host = await bundleInto(folder, ["loaders/datasets/loaderHost.ts"]);
    const hostFile = host.get("loaders/datasets/loaderHost.ts")!.file;
    const pids = async (most: number) => {
      const own = openLoaderProcess(hostFile, join(folder, `own-${most}`), environment, {most});
      const [one, two] = [await own.run(loader), await own.run(loader)];
      await own.close();
      return new Set([String(one.bytes), String(two.bytes)]).size;
    };
    expect([await pids(1), await pids(2 ** 40)]).toEqual([2, 1]);
  });

  it("makes each loader depend on what it reads together with others", async () => {
    const others = Object.fromEntries(["a", "b", "c"].map((name) => [`${name}.json.ts`, counting]));
    const project = copyProject({
      "cities.csv.sql": "select city from bank.cities order by city\n",
      ...others,
    });
    project.write("loaders/datasets/count.ts", count);
    await project.run("scripts/data.ts");
    expect(output(project, "c.json")).toBe("[\n2\n]\n");

    project.edit("src/data/cities.csv.sql", "order by city", "order by city limit 1");
    const {stdout} = await project.run("scripts/data.ts");
    expect(stdout).toContain("4 made, 0 fresh");
    expect(output(project, "c.json")).toBe("[\n1\n]\n");
  });
});
