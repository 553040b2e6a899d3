import {type ChildProcess, execFile} from "node:child_process";
import {cpSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {type Ask, askText} from "../../loaders/clickhouse/ask.js";
import {openClickhouseSource} from "../../loaders/clickhouse/source.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import type {TableLoad} from "../../scripts/clickhouse/load.js";
import {askInProcess} from "../support/chdb.js";
import {type ClickhouseServer, startClickhouse} from "../support/clickhouseServer.js";
import {loadCsv, newDatabase} from "../support/loadedClickhouse.js";
import {editedBank, temporaryFolder, tinyBank} from "../support/tinyBank.js";
import {snapshotOf} from "../support/tinySnapshot.js";

/** The tiny bank with other words on one leg of June. */
const otherJune = () =>
  editedBank({
    transactions: (text) => text.replace(/^(.*,2025-06-\d\d,.*),([^,\n]*)$/m, "$1,$2 again"),
  });

describe("loadTables", () => {
  it("writes every row once, however often it runs, and then nothing", async () => {
    const {ask, database} = newBank();
    const first = await loadCsv(ask, database, tinyBank);
    expect(first.map(({table, written}) => [table, written])).toEqual(
      first.map(({table, rows}) => [table, rows]),
    );
    const second = await loadCsv(ask, database, tinyBank);
    for (const {table, rows, written, pruned} of second) {
      expect([table, written, pruned]).toEqual([table, 0, 0]);
      expect(Number(await askText(ask, `select count(*) from ${table}`))).toBe(rows);
    }
  });

  it("replaces a month in which a row differs, and leaves the others as they are", async () => {
    const {ask, database} = newBank();
    await loadCsv(ask, database, tinyBank);
    const parts = () =>
      askText(
        ask,
        `select partition_id, hash_of_all_files from system.parts
        where active and database = '${database}' and table = 'transactions' order by all`,
      );
    const before = (await parts()).trim().split("\n");
    const june = Number(
      await askText(ask, "select count(*) from transactions where booked_on >= '2025-06-01'"),
    );
    const loads = await loadCsv(ask, database, otherJune());
    expect(changed(loads)).toEqual([{table: "transactions", rows: 32, written: june, pruned: 0}]);
    const after = (await parts()).trim().split("\n");
    expect(after).toHaveLength(before.length);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      expect.stringMatching(/^202506\t/),
    ]);
    await expectBank(ask, database, otherJune());
  });

  it("counts a row that stands there twice, and removes what the files do not have", async () => {
    const {ask, database} = newBank();
    await loadCsv(ask, database, tinyBank);
    await askText(ask, "insert into transactions select * from transactions limit 1");
    await askText(
      ask,
      "insert into trades select * replace (toDateTime64('2024-01-31 10:00:00', 0, 'UTC') as executed_at) from trades limit 1",
    );
    const loads = await loadCsv(ask, database, tinyBank);
    expect(changed(loads).map(({table, pruned}) => [table, pruned])).toEqual([
      ["transactions", 0],
      ["trades", 1],
    ]);
    await expectBank(ask, database, tinyBank);
  });

  it("takes closed days only, and goes on from there by month", async () => {
    const {ask, database} = newBank();
    await loadCsv(ask, database, tinyBank, {until: "2025-05-31"});
    for (const [table, day] of [
      ["calendar", "day"],
      ["transactions", "booked_on"],
      ["trades", "toDate(executed_at)"],
      ["invoices", "issued_on"],
    ])
      expect(await askText(ask, `select max(${day}) <= '2025-05-31' from ${table}`)).toBe("1\n");
    // receipts of later days are not known yet
    const unknown = `select count(*) from invoices
      where transaction_id is not null and transaction_id not in (select transaction_id from transactions)`;
    expect(await askText(ask, unknown)).toBe("0\n");
    const loads = await loadCsv(ask, database, tinyBank, {since: "2025-05-01"});
    expect(changed(loads).map(({table}) => table)).toContain("transactions");
    await expectBank(ask, database, tinyBank);
  });

  it("with since leaves earlier months alone, also where they differ", async () => {
    const {ask, database} = newBank();
    await loadCsv(ask, database, tinyBank);
    await askText(ask, "alter table transactions drop partition id '202505'");
    const loads = await loadCsv(ask, database, tinyBank, {since: "2025-06-01"});
    expect(changed(loads)).toEqual([]);
  });

  it("takes no row of a file that breaks a rule, and says where", async () => {
    const {ask, database} = newBank();
    await loadCsv(ask, database, tinyBank);
    const bad = editedBank({savings_goals: (text) => text.replace("6000.00", "lots")});
    await expect(loadCsv(ask, database, bad)).rejects.toThrow(/^row 2 of savings_goals\.csv: /);
    await expectBank(ask, database, tinyBank);
  });

  it("refuses tables of other columns, and makes them anew where it may", async () => {
    const database = newDatabase();
    const server = await startClickhouse({database});
    expect((await load(server, tinyBank).ended).code).toBe(0);
    await askText(askInProcess(database), "alter table cities drop column country");
    const refused = await load(server, tinyBank).ended;
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/no column cities\.country .*--anew/),
    ]);
    expect((await load(server, tinyBank, "--anew").ended).code).toBe(0);
    await expectBank(askInProcess(database), database, tinyBank);
  });
});

describe("npm run clickhouse:load", () => {
  it("makes the database, tells what became of each table, and says unchanged the second time", async () => {
    const server = await startClickhouse({database: newDatabase()});
    const first = await load(server, tinyBank).ended;
    expect(first.stdout).toMatch(/^transactions +32 rows: 32 written$/m);
    expect([first.code, first.stderr]).toEqual([0, expect.stringMatching(/loaded: bank_\w+ at /)]);
    const second = await load(server, tinyBank).ended;
    expect(second.stdout).toMatch(/^transactions +32 rows: 32 unchanged$/m);
    expect([second.code, second.stderr]).toEqual([0, expect.stringMatching(/unchanged: bank_/)]);
    expect(first.stdout + first.stderr).not.toContain(server.env.CLICKHOUSE_PASSWORD!);
  });

  it("ends with 1 and names the rows where the bank breaks a rule", async () => {
    const server = await startClickhouse({database: newDatabase()});
    const overdrawn = join(projectRoot, "test/fixtures/not-ok/balances-above-limit");
    const folder = editedBank({});
    cpSync(overdrawn, folder, {recursive: true});
    const {code, stderr} = await load(server, folder).ended;
    expect([code, stderr]).toEqual([1, expect.stringMatching(/broken rule balances-above-limit/)]);
  });

  it("killed between two tables keeps readers away, and run again ends what it began", async () => {
    const database = newDatabase();
    const ask = askInProcess(database);
    await loadCsv(ask, database, tinyBank);
    let running: {child: ChildProcess} | undefined;
    const server = await startClickhouse({
      database,
      before(sql) {
        if (/^alter table transactions replace/.test(sql)) running?.child.kill("SIGKILL");
      },
    });
    const killed = load(server, otherJune());
    running = killed;
    expect((await killed.ended).signal).toBe("SIGKILL");
    running = undefined;
    await expect(openClickhouseSource(server.env)).rejects.toThrow(
      "a load into it has not ended (run npm run clickhouse:load)",
    );
    expect(await askText(ask, "show tables like '%_loading_%'")).not.toBe("");
    const again = await load(server, otherJune()).ended;
    expect([again.code, again.stderr]).toEqual([0, expect.any(String)]);
    expect(await askText(ask, "show tables like '%_loading_%'")).toBe("");
    await expectBank(ask, database, otherJune());
  });

  it("killed while rows are on their way changes nothing that a reader sees", async () => {
    const database = newDatabase();
    const ask = askInProcess(database);
    await loadCsv(ask, database, tinyBank);
    let running: {child: ChildProcess} | undefined;
    const server = await startClickhouse({
      database,
      before(sql) {
        if (/^insert into transactions_loading/.test(sql)) running?.child.kill("SIGKILL");
      },
    });
    running = load(server, otherJune());
    expect((await (running as ReturnType<typeof load>).ended).signal).toBe("SIGKILL");
    await expectBank(ask, database, tinyBank);
  });
});

function newBank(): {ask: Ask; database: string} {
  const database = newDatabase();
  return {ask: askInProcess(database), database};
}

const changed = (loads: readonly TableLoad[]) =>
  loads.filter(({written, pruned}) => written + pruned > 0);

/** What a reader gets is the bank of the folder, row by row. */
async function expectBank(ask: Ask, database: string, folder: string): Promise<void> {
  const env = {CLICKHOUSE_URL: "http://localhost", CLICKHOUSE_DATABASE: database};
  const {tables} = await ensureSnapshot({
    env: {},
    open: () => openClickhouseSource(env, {ask}),
    file: join(temporaryFolder("snapshot"), "clickhouse.duckdb"),
  });
  expect(Object.fromEntries(tables)).toEqual(Object.fromEntries((await snapshotOf(folder)).tables));
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a process of its own, with the server's settings. */
function load(
  {env}: ClickhouseServer,
  folder: string,
  ...more: string[]
): {child: ChildProcess; ended: Promise<Ended>} {
  let child!: ChildProcess;
  const ended = new Promise<Ended>((resolve) => {
    child = execFile(
      process.execPath,
      ["--import", "tsx", "scripts/clickhouse-load.ts", "--from", folder, ...more],
      {cwd: projectRoot, env: {...plain(environment), ...plain(env)}},
      (_, stdout, stderr) =>
        resolve({code: child.exitCode, signal: child.signalCode, stdout, stderr}),
    );
  });
  return {child, ended};
}

const plain = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ""]));
