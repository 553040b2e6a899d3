/** The commands that write files, each with what it changes. */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readSnapshot} from "../../../loaders/snapshot/snapshot.js";
import type {DisturbanceName} from "./disturbances.js";
import type {Look} from "./look.js";
import {copyFolder} from "./machine.js";
import {printingSubjects} from "./printingSubjects.js";
import {bankOptions, editPage, editProject} from "./project.js";
import type {Sandbox} from "./sandbox.js";
import type {State, Subject} from "./subject.js";

const kills: readonly DisturbanceName[] = ["killed at a moment", "killed at a write"];
const limits: readonly DisturbanceName[] = [
  "disk full",
  "read-only",
  "another's files",
  "short files",
  "few files",
  "little memory",
];
const others: readonly DisturbanceName[] = ["twice at once", "beside another"];
const all = [...kills, ...kills, ...limits, ...others];

const seedOf = (state: State) => ["scripts/seed.ts", ...bankOptions(state)];
/** The snapshot by its key: the same bank gives other bytes each time. */
async function snapshotOf({folder}: Sandbox): Promise<Look> {
  const snapshot = await readSnapshot(join(folder, "data/snapshot/bank.duckdb"));
  return new Map([["data/snapshot", snapshot?.key ?? ""]]);
}

const cache = "src/.observablehq/cache/data";
const made = {whole: ["data/publishes.jsonl"], files: [cache]};

/** What the project holds beside the disturbed folder, to be put back. */
const kept = (sandbox: Sandbox, path: string, name: string) => ({
  keep() {
    copyFolder(join(sandbox.folder, path), join(sandbox.folder, "kept", name));
  },
  putBack() {
    rmSync(join(sandbox.folder, path), {recursive: true, force: true});
    copyFolder(join(sandbox.folder, "kept", name), join(sandbox.folder, path));
  },
});

const seed: Subject = {
  name: "seed",
  share: 150,
  args: seedOf,
  parts: {whole: ["data/seed"]},
  async setUp(sandbox) {
    await sandbox.run(seedOf(0));
    await sandbox.run(["scripts/data.ts"]); // which leaves files of its own beside it
  },
  beside: [["scripts/data.ts"], seedOf(0)],
  disturbances: all,
};

const title = "Accounts by city";

const newAnalysis: Subject = {
  name: "new",
  share: 310,
  args: () => ["scripts/new.ts", title, "--group", "bank"],
  parts: {files: ["src/bank", "src/data", "test"], whole: ["src/index.md"]},
  isOneWay: true,
  isDone: /^exists already: /,
  async setUp(sandbox) {
    kept(sandbox, "src/index.md", "index.md").keep();
  },
  prepare(sandbox) {
    for (const file of [
      "src/bank/accounts-by-city.md",
      "src/data/accounts-by-city.csv.sql",
      "test",
    ])
      rmSync(join(sandbox.folder, file), {recursive: true, force: true});
    kept(sandbox, "src/index.md", "index.md").putBack();
  },
  beside: [["scripts/new.ts", "Another question", "--group", "bank"]],
  disturbances: [...kills, ...limits, "twice at once"],
};

const importedFile = "statement.csv";

const importing: Subject = {
  name: "import",
  share: 70,
  args: () => ["scripts/import.ts", importedFile, "--account", "ind-000001-chk"],
  parts: {whole: ["data/seed"]},
  isOneWay: true,
  async setUp(sandbox) {
    await sandbox.run(seedOf(0));
    kept(sandbox, "data/seed", "seed").keep();
    const rows = Array.from(
      {length: 12},
      (_, i) => `2025-06-${String(i + 3).padStart(2, "0")};-${i + 3},50;Bakery ${i};bread no ${i}`,
    );
    const text = ["date;amount;counterparty;description", ...rows, ""].join("\n");
    writeFileSync(join(sandbox.folder, importedFile), text);
    await sandbox.run(["scripts/data.ts"]);
  },
  prepare(sandbox) {
    kept(sandbox, "data/seed", "seed").putBack();
  },
  beside: [["scripts/data.ts"]],
  disturbances: all,
};

/** Goes from one bank to the other, with a dataset that is changed besides. */
function exchangeBank(sandbox: Sandbox, state: State): void {
  kept(sandbox, "data/seed", `bank-${state}`).putBack();
  editProject(sandbox.folder, state);
}

async function makeBanks(sandbox: Sandbox): Promise<void> {
  for (const state of [1, 0] as const) {
    await sandbox.run(seedOf(state));
    kept(sandbox, "data/seed", `bank-${state}`).keep();
  }
}

const data: Subject = {
  name: "data",
  share: 30,
  args: () => ["scripts/data.ts"],
  parts: made,
  look: snapshotOf,
  setUp: makeBanks,
  prepare: exchangeBank,
  beside: [["scripts/data.ts"]],
  disturbances: [...kills, ...kills, ...limits, "twice at once"],
};

const build: Subject = {
  name: "build",
  share: 10,
  args: () => ["scripts/build.ts"],
  parts: {...made, whole: [...made.whole, "dist"]},
  look: snapshotOf,
  setUp: async (sandbox) => void (await sandbox.run(seedOf(0))),
  prepare: ({folder}, state) => editProject(folder, state),
  beside: [["scripts/data.ts"]],
  disturbances: all,
};

const edition = "company:com-00001";

const editions: Subject = {
  name: "editions",
  share: 4,
  pages: ["company/cash.md"],
  args: () => ["scripts/editions.ts", edition],
  parts: {whole: ["editions/company-com-00001"]},
  look: snapshotOf,
  async setUp(sandbox) {
    const rules = join(sandbox.folder, "sql/editions/company.sql");
    const text = readFileSync(rules, "utf8").replace(
      /^-- Pages: .*$/m,
      "-- Pages: company/cash, 404",
    );
    writeFileSync(rules, text);
    await sandbox.run(seedOf(0));
  },
  prepare: ({folder}, state) => editPage(folder, "company/cash.md", state),
  beside: [["scripts/data.ts"]],
  disturbances: all,
};

const cleaned = ["dist", "src/.observablehq", "data/snapshot"];

const clean: Subject = {
  name: "clean",
  share: 160,
  args: () => ["scripts/clean.ts"],
  parts: {whole: cleaned},
  isOneWay: true,
  async setUp(sandbox) {
    for (const path of cleaned) {
      mkdirSync(join(sandbox.folder, path, "deep"), {recursive: true});
      for (let file = 0; file < 40; file++)
        writeFileSync(
          join(sandbox.folder, path, file % 2 ? "deep" : "", `${file}`),
          `${path} ${file}`,
        );
      kept(sandbox, path, path.replaceAll("/", "-")).keep();
    }
  },
  prepare(sandbox) {
    for (const path of cleaned) kept(sandbox, path, path.replaceAll("/", "-")).putBack();
  },
  disturbances: [
    ...kills,
    "read-only",
    "another's files",
    "few files",
    "little memory",
    "twice at once",
  ],
};

export const subjects: readonly Subject[] = [
  editions,
  seed,
  build,
  newAnalysis,
  importing,
  data,
  clean,
  ...printingSubjects,
];
