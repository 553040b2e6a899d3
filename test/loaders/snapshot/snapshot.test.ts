import {spawn} from "node:child_process";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {openCsvSource} from "../../../loaders/csv/source.js";
import {projectRoot} from "../../../loaders/environment.js";
import {duckdbTypes} from "../../../loaders/extracts.js";
import {type Row, readRows} from "../../../loaders/rows.js";
import {openSnapshot} from "../../../loaders/snapshot/reader.js";
import {
  ensureSnapshot,
  readPlan,
  type Snapshot,
  settingsFor,
} from "../../../loaders/snapshot/snapshot.js";
import type {Source} from "../../../loaders/source.js";
import {tables} from "../../../src/lib/bank/schema.js";
import {editedBank, temporaryFolder, tinyBank} from "../../support/tinyBank.js";

const plan = readPlan();

/** Builds, or takes, the snapshot of a folder's CSV files. */
function snapshotOf(folder: string, file: string) {
  return ensureSnapshot({env: {}, open: () => openCsvSource({folder}), file, plan});
}

async function ask(file: string, sql: string): Promise<Row[]> {
  const reader = await openSnapshot(file);
  try {
    return await readRows(await reader.connection.run(sql));
  } finally {
    reader.close();
  }
}

const newFile = () => join(temporaryFolder("snapshot"), "bank.duckdb");

let tiny: Promise<Snapshot> | undefined;

/** The snapshot of the tiny bank in a file of its own; it is built once and copied. */
async function tinyFile(): Promise<{file: string; built: Snapshot}> {
  tiny ??= snapshotOf(tinyBank, newFile());
  const built = await tiny;
  const file = newFile();
  cpSync(built.file, file);
  return {file, built};
}

/** The tiny bank with every mention of Berlin another city: no table of it goes with those of the tiny bank. */
const moved = (city: string) => {
  const rename = (text: string) => text.replaceAll("Berlin", city);
  return editedBank({cities: rename, users: rename, companies: rename, individuals: rename});
};

/** A source of a folder whose bank gives way to another one as soon as `step` is taken. */
function exchangedAt(
  step: "fingerprint" | "extract",
  folder: string,
  next: () => string | undefined,
): () => Promise<Source> {
  const exchange = () => {
    const other = next();
    if (other === undefined) return;
    renameSync(folder, `${folder}.old`);
    renameSync(other, folder);
    rmSync(`${folder}.old`, {recursive: true});
  };
  return async () => {
    const source = await openCsvSource({folder});
    let isTaken = false;
    const taking = <T>(work: Promise<T>) =>
      work.then((result) => {
        if (!isTaken) exchange();
        isTaken = true;
        return result;
      });
    return {
      ...source,
      fingerprint: () =>
        step === "fingerprint" ? taking(source.fingerprint()) : source.fingerprint(),
      extract: (extract, target) =>
        step === "extract"
          ? taking(source.extract(extract, target))
          : source.extract(extract, target),
    };
  };
}

describe("ensureSnapshot() of a bank that is exchanged while it is read", () => {
  it.each(["fingerprint", "extract"] as const)(
    "reads the new bank whole: after %s",
    async (step) => {
      const folder = moved("Aachen");
      const others = [moved("Bergen")];
      const open = exchangedAt(step, folder, () => others.pop());
      const file = newFile();
      const {description} = await ensureSnapshot({env: {}, open, file, plan});
      expect(description.notes).toContain("cities.csv was edited after it was generated");
      for (const table of ["cities", "users"]) {
        const rows = await ask(file, `select distinct city from bank.${table} order by city`);
        expect(rows.map(({city}) => city)).toContain("Bergen");
        expect(rows.map(({city}) => city)).not.toContain("Aachen");
      }
      const direct = await snapshotOf(folder, file);
      expect(direct.isMade).toBe(false);
    },
  );

  it("reads it again where the change looks like a fault of the bank", async () => {
    const folder = moved("Aachen");
    let opened = 0;
    const open = async () => {
      const source = await openCsvSource({folder});
      if (++opened > 1) return source;
      rmSync(join(folder, "cities.csv"));
      const missing = source.fingerprint();
      await missing.catch(() => cpSync(join(tinyBank, "cities.csv"), join(folder, "cities.csv")));
      for (const table of ["users", "companies", "individuals"]) {
        cpSync(join(tinyBank, `${table}.csv`), join(folder, `${table}.csv`));
      }
      return {...source, fingerprint: () => missing};
    };
    const {isMade} = await ensureSnapshot({env: {}, open, file: newFile(), plan});
    expect([isMade, opened]).toEqual([true, 2]);
  });

  it("says so where the bank goes on changing, and leaves the snapshot that was there", async () => {
    const folder = moved("Aachen");
    const file = newFile();
    const before = await snapshotOf(folder, file);
    const open = exchangedAt("extract", folder, () => moved(`City ${Math.random()}`));
    writeFileSync(join(folder, "manifest.json"), '{"files": []}');
    await expect(ensureSnapshot({env: {}, open, file, plan})).rejects.toThrow(
      `the bank in ${folder} changed while it was read (run again)`,
    );
    expect(await ask(file, "select key from bank.snapshot")).toEqual([{key: before.key}]);
    expect(readdirSync(dirname(file))).toEqual(["bank.duckdb"]);
  });
});

describe("ensureSnapshot()", () => {
  it("types every column as the schema says, and keeps descriptions apart from transactions", async () => {
    const {file} = await tinyFile();
    const found = await ask(
      file,
      `select table_name, column_name, data_type from duckdb_columns()
      where database_name = 'bank' order by table_name, column_index`,
    );
    for (const table of tables) {
      const columns = found.filter((row) => row.table_name === table.name);
      const expected = table.columns
        .filter(({name}) => !(table.name === "transactions" && name === "description"))
        .map(({name, type}) => [name, duckdbTypes[type]]);
      expect(columns.map((row) => [row.column_name, row.data_type])).toEqual(expected);
    }
    expect(await ask(file, "select count(*) as n from bank.descriptions")).toEqual([{n: 32}]);
  });

  it("keeps the rows in the order of their keys", async () => {
    const file = newFile();
    const shuffled = editedBank({
      transactions: (text) => {
        const [header, ...rows] = text.trimEnd().split("\n");
        return `${[header, ...rows.reverse()].join("\n")}\n`;
      },
    });
    await snapshotOf(shuffled, file);
    const rows = await ask(file, "select transaction_id from bank.transactions");
    expect(rows.map((row) => row.transaction_id)).toEqual(
      Array.from({length: 32}, (_, i) => i + 1),
    );
  });

  it("is skipped while nothing has changed, and built again when a file has", async () => {
    const {file, built: first} = await tinyFile();
    const second = await snapshotOf(tinyBank, file);
    const edited = editedBank({
      cities: (text) => text.replace("3700000", "3700001"),
    });
    const third = await snapshotOf(edited, file);
    expect([first.isMade, second.isMade, third.isMade]).toEqual([true, false, true]);
    expect(second.tables).toEqual(first.tables);
    const changed = [...third.tables].filter(
      ([name, {contentHash}]) => first.tables.get(name)?.contentHash !== contentHash,
    );
    expect(changed.map(([name]) => name)).toEqual(["cities"]);
  });

  it("is built again when a SELECT has changed", async () => {
    const {file} = await tinyFile();
    const derived = plan.derived.map((text) => ({...text, sql: `${text.sql}-- edited\n`}));
    const again = await ensureSnapshot({
      env: {},
      open: () => openCsvSource({folder: tinyBank}),
      file,
      plan: {...plan, derived},
    });
    expect(again.isMade).toBe(true);
  });

  it("has the same content each time it is built", async () => {
    const {built} = await tinyFile();
    const again = await snapshotOf(tinyBank, newFile());
    expect(again.isMade).toBe(true);
    expect(again.tables).toEqual(built.tables);
    expect(again.key).toBe(built.key);
  });

  it("keeps the one before when the source is damaged", async () => {
    const {file} = await tinyFile();
    const before = readFileSync(file);
    const damaged = editedBank({trades: (text) => text.replace("AAPL,buy", "TSLA,buy")});
    await expect(snapshotOf(damaged, file)).rejects.toThrow(
      'row 2 of trades.csv: unknown symbol: "TSLA" (not in instruments.csv)',
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(["bank.duckdb"]);
  });

  it("replaces a file that is no snapshot", async () => {
    const file = newFile();
    writeFileSync(file, "not a database");
    const {isMade, tables: made} = await snapshotOf(tinyBank, file);
    expect(isMade).toBe(true);
    expect(made.get("transactions")?.rowCount).toBe(32);
  });

  it("is built once when several ask at the same time", async () => {
    const file = newFile();
    const all = await Promise.all([1, 2, 3, 4].map(() => snapshotOf(tinyBank, file)));
    expect(all.filter(({isMade}) => isMade)).toHaveLength(1);
  });

  it("survives a build that is killed, and clears what it left behind", async () => {
    const {file} = await tinyFile();
    const before = readFileSync(file);
    await killBuild(file);
    expect(existsSync(`${file}.lock`)).toBe(true);
    expect(readdirSync(dirname(file)).some((name) => name.includes(".building"))).toBe(true);
    expect(readFileSync(file).equals(before)).toBe(true);

    const next = await snapshotOf(tinyBank, file);
    expect(next.isMade).toBe(false);
    expect(readdirSync(dirname(file))).toEqual(["bank.duckdb"]);
  });

  it("takes the snapshot that SNAPSHOT_KEY names without asking the source", async () => {
    const {file, built: made} = await tinyFile();
    const open = () => Promise.reject(new Error("the source was asked"));
    const given = await ensureSnapshot({env: settingsFor(made), open, file, plan});
    expect(given).toMatchObject({key: made.key, isMade: false});
    const other = {...settingsFor(made), SNAPSHOT_KEY: "another"};
    await expect(ensureSnapshot({env: other, open, file, plan})).rejects.toThrow("was asked");
  });

  it("takes the file that SNAPSHOT_FILE names, and makes none there", async () => {
    const {file, built: made} = await tinyFile();
    const open = () => Promise.reject(new Error("the source was asked"));
    const env = {...settingsFor(made), SNAPSHOT_FILE: file};
    expect(await ensureSnapshot({env, open, plan})).toMatchObject({key: made.key, file});
    const other = {...env, SNAPSHOT_KEY: "another"};
    await expect(ensureSnapshot({env: other, open, plan})).rejects.toThrow(
      `${file} is not the snapshot another`,
    );
  });
});

/** Starts a build in a process of its own that halts in the middle of it, and kills that. */
async function killBuild(file: string): Promise<void> {
  const folder = editedBank({cities: (text) => text.replace("3700000", "3700002")});
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "test/support/haltedBuild.ts", folder, file],
    {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.stdout.once("data", () => resolve());
    child.on("exit", (code) => reject(new Error(`the build ended with code ${code}`)));
  });
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
