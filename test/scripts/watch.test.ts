import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {copyProject, type ProjectCopy} from "../support/projectCopy.js";

/** Money on all accounts of the tiny bank, at the end of May and June: far above one euro. */
const balances = (limit: string) => `import type {Watch} from "../lib/watches/watch.js";

export const balances: Watch = {
  title: "Balances",
  severity: "warning",
  measured: {
    select: \`select sum(closing_balance_eur) as value
from bank.account_months
where month = $month and is_open\`,
  },
  subtitle: "Money in all accounts, EUR",
  unit: "EUR",
  condition: {kind: "threshold", ${limit}},
  sentence: ({value}) => \`customers keep €\${value}.\`,
  silence: "nobody has an account",
};
`;

const file = "src/watches/balances.ts";

function projectWith(text: string): ProjectCopy {
  const project = copyProject({});
  project.write(file, text);
  return project;
}

describe("npm run watch", () => {
  const project = projectWith(balances("above: 1"));
  const watch = (...args: string[]) => project.run("scripts/watch.ts", ...args);

  it("ends with 1 where a watch fires, and says what it says", async () => {
    const {code, stdout} = await watch();
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^fires {3}warning {3}Balances \(above €1\): Customers keep €[\d.]+\.\n/,
    );
    expect(stdout).toMatch(
      /\n1 of 1 watch firing, at the end of June 2025 \(CSV files in data\/seed, to 2025-06-30\)\n$/,
    );
  });

  it("prints one JSON object for a machine", async () => {
    const {code, stdout} = await watch("--json");
    expect(code).toBe(1);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({as_of: "2025-06-30", month: "2025-06-01", firing_count: 1});
    expect(told.watches).toEqual([
      expect.objectContaining({
        name: "balances",
        state: "fires",
        limit: 1,
        fired_months: ["2025-05-01", "2025-06-01"],
      }),
    ]);
  });

  it("ends with 0 where none fires, of a watch that was changed and of none at all", async () => {
    project.write(file, balances("below: 1"));
    const quiet = await watch();
    expect(quiet.stdout).toMatch(/^quiet /);
    expect(quiet.code).toBe(0);
    const none = await copyProject({}).run("scripts/watch.ts", "--json");
    expect(none.code).toBe(0);
    expect(JSON.parse(none.stdout)).toMatchObject({month: null, firing_count: 0, watches: []});
  });

  it.each([
    [
      "text that is no code",
      "severity: ",
      "severity ",
      /src\/watches\/balances\.ts:5:11: .*Expected/,
    ],
    [
      "another name",
      "const balances",
      "const balance",
      /balances\.ts:1: exports no watch balances/,
    ],
    ["a severity that is none", '"warning"', '"loud"', /balances\.ts:5: unknown severity: "loud"/],
    ["a condition without a bound", "above: 1", "over: 1", /balances\.ts:13: no condition/],
    [
      "a SELECT of no month",
      "month = $month and ",
      "",
      /balances\.ts:7: the SELECT does not name \$month/,
    ],
    ["a column that is not there", "is_open", "is_opened", /balances\.ts:9: .*is_opened/],
    [
      "several rows",
      "sum(closing_balance_eur)",
      "closing_balance_eur",
      /balances\.ts:7: \d rows for 2025-05-01/,
    ],
    [
      "a value that is no number",
      "sum(closing_balance_eur)",
      "max('much')",
      /balances\.ts:7: no number .*"much"/,
    ],
    [
      "a sentence that fails",
      "€${value}",
      "${value.nobody.knows}",
      /balances\.ts:14: the sentence fails: /,
    ],
  ])("ends with 2 and tells file and line of %s", async (_, from, to, said) => {
    project.write(file, balances("above: 1"));
    project.edit(file, from, to);
    const {code, stdout, stderr} = await watch();
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
    expect(stdout).toBe("");
  });

  it("takes the watch that docs/watches.md shows", async () => {
    const docs = readFileSync(join(projectRoot, "docs/watches.md"), "utf8");
    project.write(file, /```ts\n(.*?)```/s.exec(docs)![1]!);
    const {code, stdout} = await watch();
    expect(stdout).toMatch(
      /^silent {2}warning {3}Balances \(.*\): Nothing to say: there are not three months/,
    );
    expect(code).toBe(0);
  });

  it("ends with 2 on an option that it does not know", async () => {
    const {code, stderr} = await watch("--jsn");
    expect(stderr).toMatch(/unknown option '--jsn'/);
    expect(code).toBe(2);
  });
});
