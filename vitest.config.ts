import {existsSync} from "node:fs";
import {basename, join} from "node:path";
import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";
import {environment, projectRoot} from "./loaders/environment.js";

/** What holds the product to a time or to a steady picture: runs last, alone on the machine. */
const timed = [
  "test/lib/statements/speed.test.ts",
  "test/scripts/live/publisher.test.ts",
  "test/site/{live,spendMix,stillness,vendor}.test.ts",
];

/** Minutes on whole sites and banks made for the purpose: run where `CI` is set, as `.ci/run` does. */
const campaigns = [
  "test/clickhouse/{allSources,defaultBank}.test.ts",
  "test/data/growth.test.ts",
  "test/db/{liveFaults,spider}.test.ts",
  "test/scripts/seed/oddInputs.test.ts",
  "test/site/{keptPage,killedBuild,oneValue,sparseBank,stillness,withoutLegs}.test.ts",
];
const leftOut = environment.CI ? [] : [...campaigns, ...withoutEngine()];

/** ClickHouse's engine is large and installed by a command of its own; without it, its tests are left out. */
function withoutEngine(): string[] {
  if (existsSync(join(projectRoot, ".ci/chdb/node_modules/chdb"))) return [];
  process.stderr.write(
    "left out: test/clickhouse (npm run clickhouse:install brings the engine)\n",
  );
  return ["test/clickhouse/**"];
}

/** What takes minutes begins first, the longest before the others: at the end, it would run beside nothing. */
const longest = ["growth", "sparseBank", "keptPage", "notebook", "browser", "editions"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId}: TestSpecification) => {
      const at = longest.indexOf(basename(moduleId, ".test.ts"));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    setupFiles: ["test/support/settled.ts"],
    sequence: {sequencer: LongestFirst},
    // a test says itself what it waits for, and how long; these end one that hangs
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // what is waited for may come late on a machine with other work
    expect: {poll: {timeout: 60_000}},
    projects: [
      {
        extends: true,
        test: {
          name: "suite",
          include: ["test/**/*.test.ts"],
          exclude: [...timed, ...leftOut],
          // much of it waits for a browser, a server or a child: a core is not left free for vitest itself
          maxWorkers: 2,
          sequence: {groupOrder: 0},
        },
      },
      {
        extends: true,
        test: {
          name: "timed",
          include: timed,
          exclude: leftOut,
          maxWorkers: 1,
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
});
