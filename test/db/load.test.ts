import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {Environment} from "../../loaders/environment.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {checkedRows} from "../../scripts/db/load/checkedRows.js";
import {type LoadResult, loadBank} from "../../scripts/db/load/loadBank.js";
import type {LoadOptions} from "../../scripts/db/load/loadTable.js";
import {openRejects} from "../../scripts/db/load/rejects.js";
import {loadReport} from "../../scripts/db/load/report.js";
import {brokenRuleLines, brokenRules} from "../../scripts/db/load/ruleCheck.js";
import {tableNamed, tables} from "../../src/lib/bank/schema.js";
import {bankFolder, tinyBank} from "../support/bankFolder.js";
import {
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  newBank,
  startMariadb,
} from "../support/mariadb.js";
import {badRows, mistakesIn} from "./badRows.js";

let server: MariadbServer;
let env: Environment;
let connection: Connection;
let rejectsFolder: string;

beforeAll(async () => {
  server = await startMariadb();
});
afterAll(() => server.stop());

async function openDatabase(database: Environment): Promise<void> {
  env = database;
  connection = await connectTo(env);
  rejectsFolder = mkdtempSync(join(tmpdir(), "countinghouse-rejects-"));
}

async function closeDatabase(): Promise<void> {
  await connection.end();
  rmSync(rejectsFolder, {recursive: true});
}

function load(folder: string, options: Partial<LoadOptions> = {}): Promise<LoadResult> {
  return loadBank(requiredDatabaseSettings(env), {folder, rejectsFolder, ...options});
}

async function rowsOf(sql: string): Promise<RowDataPacket[]> {
  return (await connection.query<RowDataPacket[]>(sql))[0];
}

async function checksums(): Promise<Record<string, unknown>> {
  const rows = await rowsOf(`checksum table ${tables.map(({name}) => name).join(", ")}`);
  return Object.fromEntries(rows.map((row) => [row.Table.split(".")[1], row.Checksum]));
}

function resultOf(result: LoadResult, table: string) {
  return result.tables.find((candidate) => candidate.table === table)!;
}

/** The rows that were put out for a table: `line,"reason","row"`. */
function rejectsOf(table: string): string[] {
  const text = readFileSync(join(rejectsFolder, `${table}.csv`), "utf8");
  expect(text).toMatch(/^line,reason,row\n/);
  return text
    .trimEnd()
    .split(/\n(?=\d+,")/)
    .slice(1);
}

describeMariadb("loadBank()", () => {
  beforeEach(async () => openDatabase(await emptyBank(server)));
  afterEach(closeDatabase);

  it("brings in every row of every file as it is written", async () => {
    const result = await load(tinyBank);
    for (const {rows, inserted, outcome} of result.tables) {
      expect([outcome, inserted]).toEqual(["loaded", rows]);
    }
    expect(await rowsOf("select * from transactions where transaction_id in (2, 23)")).toEqual([
      {
        transaction_id: 2,
        account_id: "ind-000002-chk",
        booked_at: "2025-05-02 09:12:30",
        booked_on: "2025-05-02",
        amount_eur: "-45.90",
        channel: "card",
        category: "groceries",
        counterparty_id: "cp-00002",
        counter_account_id: null,
        transfer_id: null,
        description: "Mercado Central, Évora",
      },
      expect.objectContaining({description: 'for the "pizza", thanks', transfer_id: 7}),
    ]);
    const flags = await rowsOf("select distinct is_business_day from calendar order by 1");
    expect(flags.map(({is_business_day}) => is_business_day)).toEqual([0, 1]);
    expect(await brokenRules(connection)).toEqual([]);
  });

  it("changes nothing the second time, and says unchanged", async () => {
    await load(tinyBank);
    const before = await checksums();
    for (const options of [{}, {verify: true}]) {
      const {tables: results} = await load(tinyBank, options);
      for (const {outcome, rows, unchanged} of results) {
        expect([outcome, unchanged]).toEqual(["unchanged", rows]);
      }
    }
    expect(await checksums()).toEqual(before);
  });

  it("writes only the rows that an edit changed, to a blank at the end of a text", async () => {
    const bank = bankFolder();
    await load(bank.folder);
    bank.edit("transactions", "Rent May", "Rent May ");
    bank.edit("cities", "Berlin,DE,", "Aachen,DE,1,1.000\nBerlin,DE,");
    const result = await load(bank.folder);
    expect(resultOf(result, "transactions")).toMatchObject({
      updated: 1,
      inserted: 0,
      unchanged: 31,
    });
    expect(resultOf(result, "cities")).toMatchObject({updated: 0, inserted: 1, unchanged: 2});
    expect(resultOf(result, "trades")).toMatchObject({outcome: "unchanged"});
    const rows = await rowsOf("select description from transactions where transaction_id = 1");
    expect(rows).toEqual([{description: "Rent May "}]);
  });

  it("finds by verifying what was changed in the database behind its back", async () => {
    await load(tinyBank);
    await connection.query("update transactions set amount_eur = 1 where transaction_id = 2");
    expect(resultOf(await load(tinyBank), "transactions").outcome).toBe("unchanged");
    const verified = resultOf(await load(tinyBank, {verify: true}), "transactions");
    expect(verified).toMatchObject({outcome: "loaded", updated: 1, unchanged: 31});
  });

  it("loads a table again that lost rows, though its file did not change", async () => {
    await load(tinyBank);
    await connection.query("delete from savings_goals");
    expect(resultOf(await load(tinyBank), "savings_goals")).toMatchObject({inserted: 1});
  });

  it("reports rows that vanished from the file, and removes them only when asked to prune", async () => {
    const bank = bankFolder();
    await load(bank.folder);
    // an invoice, and the credit note that takes a part of another back
    bank.write("invoices", `${bank.lines("invoices").slice(0, 3).join("\n")}\n`);
    bank.write("savings_goals", `${bank.lines("savings_goals")[0]}\n`);
    const kept = await load(bank.folder);
    expect(resultOf(kept, "invoices")).toMatchObject({vanished: 2, pruned: 0, unchanged: 2});
    expect(loadReport(kept).join("\n")).toContain("2 in the table but not in the file");
    expect(await rowsOf("select count(*) as n from invoices")).toEqual([{n: 4}]);
    const pruned = await load(bank.folder, {prune: true, verify: true});
    expect(resultOf(pruned, "invoices")).toMatchObject({vanished: 0, pruned: 2});
    expect(resultOf(pruned, "savings_goals")).toMatchObject({vanished: 0, pruned: 1});
    expect(await rowsOf("select count(*) as n from invoices")).toEqual([{n: 2}]);
    expect(await rowsOf("select count(*) as n from savings_goals")).toEqual([{n: 0}]);
  });

  it("prunes from children to parents, also where the file did not change since", async () => {
    const bank = bankFolder();
    await load(bank.folder);
    const without = (table: string, prefix: string) => {
      const lines = bank.lines(table).filter((line) => !line.startsWith(prefix));
      bank.write(table, `${lines.join("\n")}\n`);
    };
    without("trades", "3,");
    without("transactions", "26,");
    await load(bank.folder);
    const pruned = await load(bank.folder, {prune: true});
    expect(resultOf(pruned, "trades").pruned).toBe(1);
    expect(resultOf(pruned, "transactions").pruned).toBe(1);
  });

  it("with dryRun says what would happen, and leaves the database as it was", async () => {
    const before = await checksums();
    const result = await load(tinyBank, {dryRun: true});
    expect(resultOf(result, "transactions")).toMatchObject({inserted: 32});
    expect(await checksums()).toEqual(before);
    expect(await rowsOf("select * from load_batches")).toEqual([]);
  });

  it("loads one table alone, against the parents in the database", async () => {
    const only = [tableNamed("users")];
    const alone = await load(tinyBank, {only});
    expect(resultOf(alone, "users")).toMatchObject({outcome: "rejected", bad: 5, rejected: 5});
    await load(tinyBank, {only: [tableNamed("cities")]});
    expect(resultOf(await load(tinyBank, {only}), "users")).toMatchObject({inserted: 5});
  });

  it("uses INSERTs where the server refuses LOCAL INFILE, with the same rows", async () => {
    await load(tinyBank);
    const expected = await checksums();
    const other = await emptyBank(server);
    await connection.query("set global local_infile = 0");
    try {
      await loadBank(requiredDatabaseSettings(other), {folder: tinyBank, rejectsFolder});
    } finally {
      await connection.query("set global local_infile = 1");
    }
    await connection.query(`use ${other.DB_NAME}`);
    expect(await checksums()).toEqual(expected);
  });

  it("keeps a book of what it did", async () => {
    const bank = bankFolder();
    await load(bank.folder);
    bank.edit("cities", "Berlin,DE", "Berlin,XXX");
    await load(bank.folder);
    const rows = await rowsOf(
      `select outcome, row_count, inserted_count, updated_count, unchanged_count, rejected_count,
        length(sha256) as sha_length, finished_at >= started_at as is_finished
      from load_batches where table_name = 'cities' order by batch_id`,
    );
    expect(rows).toEqual([
      expect.objectContaining({outcome: "loaded", row_count: 2, inserted_count: 2, sha_length: 64}),
      expect.objectContaining({
        outcome: "rejected",
        row_count: 2,
        unchanged_count: 1,
        rejected_count: 1,
        is_finished: 1,
      }),
    ]);
  });

  it("lets one loader in at a time", async () => {
    const runs = await Promise.all([load(tinyBank), load(tinyBank), load(tinyBank)]);
    const outcomes = runs.map((run) => resultOf(run, "transactions").outcome).sort();
    expect(outcomes).toEqual(["loaded", "unchanged", "unchanged"]);
  });

  it("names the rows that break a rule", async () => {
    await load(tinyBank);
    await connection.query("update transactions set amount_eur = 601 where transaction_id = 5");
    const lines = (await brokenRules(connection)).flatMap((rule) => brokenRuleLines(rule));
    expect(lines).toContainEqual(
      expect.stringMatching(/^broken rule transfer-legs-pair: a transfer inside/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}transfer_id=1 leg_count=2 .*sum_eur=1.00/),
    );
  });

  it("accepts Windows line ends, a byte order mark and a missing last line end", async () => {
    await load(tinyBank);
    const expected = await checksums();
    const bank = bankFolder();
    for (const {name} of tables) bank.write(name, `\uFEFF${bank.lines(name).join("\r\n")}`);
    const {isLoaded, tables: results} = await load(bank.folder, {verify: true});
    expect(isLoaded).toBe(true);
    expect(results.map(({outcome}) => outcome)).toEqual(tables.map(() => "unchanged"));
    expect(await checksums()).toEqual(expected);
  });

  it("keeps a hostile text as it is", async () => {
    const bank = bankFolder();
    const texts = [
      `it's "quoted", \\back\\slashed\\N and \\`,
      "two\nlines and a\ttab",
      "Windows\r\nlines",
      "😀 café ﷽ a\u0301",
      "</script><img src=x onerror=alert(1)>",
      "=cmd|' /C calc'!A0",
      "'; drop table users; --",
      " \\N ",
    ];
    const quoted = texts.map((text) => `"${text.replaceAll('"', '""')}"`);
    const lines = quoted.map((text, i) => `${i + 1},ind-000001,${text},10.00,2026-01-01`);
    bank.write("savings_goals", `${bank.lines("savings_goals")[0]}\n${lines.join("\n")}\n`);
    for (const isOn of [1, 0]) {
      await connection.query(`set global local_infile = ${isOn}`);
      await connection.query("delete from savings_goals");
      await load(bank.folder);
      const rows = await rowsOf("select name from savings_goals order by goal_id");
      expect(rows.map(({name}) => name)).toEqual(texts);
    }
    await connection.query("set global local_infile = 1");
  });

  it("refuses a file that changes while it is being read", async () => {
    const table = tableNamed("cities");
    const rows = checkedRows({
      file: join(tinyBank, "cities.csv"),
      sha256: "0".repeat(64),
      table,
      check: () => undefined,
      rejects: openRejects(rejectsFolder, "cities"),
      tally: {rows: 0, bad: 0},
    });
    const read = async () => {
      for await (const _ of rows);
    };
    await expect(read()).rejects.toThrow("cities.csv changed while it was being loaded");
  });

  describe("with a bad row", () => {
    it("holds back the good rows of all tables, which the report says once", async () => {
      const bank = bankFolder();
      bank.edit("savings_goals", "6000.00", "lots");
      const report = loadReport(await load(bank.folder));
      expect(report).toEqual([
        expect.stringMatching(/^savings_goals {2}rejected .* 1 rejected; 1 bad: see .*goals.csv$/),
        "nothing was loaded: 1 bad row in savings_goals held back 295 good rows of 15 tables",
      ]);
    });

    it("of broken UTF-8 keeps everything out, and names the line", async () => {
      const bank = bankFolder();
      const bytes = readFileSync(join(bank.folder, "cities.csv"));
      bytes[bytes.indexOf("Évora") + 1] = 0xff;
      bank.write("cities", bytes);
      expect((await load(bank.folder)).isLoaded).toBe(false);
      expect(rejectsOf("cities")).toEqual([expect.stringMatching(/^3,"broken UTF-8/)]);
    });

    it("finds the bad rows of every file in one run", async () => {
      const bank = bankFolder();
      bank.edit("transactions", "-45.90", "x");
      bank.edit("transactions", "-61.25", "y");
      bank.edit("invoices", "240.00", "z");
      await load(bank.folder);
      expect(rejectsOf("transactions").map((row) => row.split(",")[0])).toEqual(["3", "23"]);
      expect(rejectsOf("invoices")).toHaveLength(1);
      expect(existsSync(join(rejectsFolder, "users.csv"))).toBe(false);
    });

    it("and skipBad loads the rest, and a mended file what was missing", async () => {
      const bank = bankFolder();
      bank.edit("transactions", "-45.90", "x");
      const result = await load(bank.folder, {skipBad: true});
      expect(result.isLoaded).toBe(true);
      expect(resultOf(result, "transactions")).toMatchObject({inserted: 31, rejected: 1, rows: 32});
      expect(resultOf(await load(bank.folder, {skipBad: true}), "transactions").rejected).toBe(1);
      const mended = resultOf(await load(tinyBank), "transactions");
      expect(mended).toMatchObject({inserted: 1, unchanged: 31, rejected: 0});
      expect(existsSync(join(rejectsFolder, "transactions.csv"))).toBe(false);
    });

    it("that was skipped makes the next load compare the rows, of an older file too", async () => {
      await load(tinyBank);
      const bank = bankFolder();
      bank.edit("transactions", "-45.90", "x");
      bank.edit("transactions", "Rent May", "Rent of May");
      await load(bank.folder, {skipBad: true});
      expect(resultOf(await load(tinyBank), "transactions")).toMatchObject({updated: 1});
    });

    it("in an edited file keeps the rows that are there, and counts them as unchanged", async () => {
      const bank = bankFolder();
      await load(bank.folder);
      bank.edit("transactions", "-45.90", "x");
      bank.edit("transactions", "-61.25", "-61.26");
      const own = resultOf(await load(bank.folder), "transactions");
      expect(own).toMatchObject({
        outcome: "rejected",
        bad: 1,
        rejected: 2,
        unchanged: 30,
        updated: 0,
      });
    });

    it("refuses a file with another header as a whole", async () => {
      const bank = bankFolder();
      bank.edit("cities", "country,population", "population,country");
      await expect(load(bank.folder)).rejects.toThrow(
        "row 1 of cities.csv: missing column: country (the header must be city,",
      );
    });

    it("tells nothing of the first row of a file without a header, neither to a person nor to the book that is published", async () => {
      const bank = bankFolder();
      const header = readFileSync(join(tinyBank, "users.csv"), "utf8").split("\n")[0]!;
      bank.edit("users", `${header}\n`, "");
      const error = await load(bank.folder).then(
        () => undefined,
        (reason: Error) => reason,
      );
      expect(error?.message).toMatch(/^row 1 of users\.csv: missing column: user_id \(the header/);
      const notes = await rowsOf("select note from load_batches where note is not null");
      const rows = readFileSync(join(bank.folder, "users.csv"), "utf8").trim().split("\n");
      expect(notes.length).toBeGreaterThan(0);
      for (const value of rows[0]!.split(",").filter((text) => text.length > 4))
        expect(JSON.stringify([error?.message, notes])).not.toContain(value);
    });
  });
});

describeMariadb("loadBank() of one bad row", () => {
  // nothing of it may get in, so one empty database serves them all
  beforeAll(async () => openDatabase(await newBank(server)));
  afterAll(closeDatabase);

  it.each(mistakesIn(badRows))(
    "$mistake keeps everything out, and names line and reason",
    async ({table, from, to, line, reason}) => {
      const bank = bankFolder();
      bank.edit(table, from, to);
      const result = await load(bank.folder);
      expect(result.isLoaded).toBe(false);
      const own = resultOf(result, table);
      expect(own.bad).toBeGreaterThan(0);
      const [first] = rejectsOf(table);
      expect(first).toMatch(new RegExp(`^${line},`));
      expect(first!.replaceAll('""', '"')).toContain(reason);
      for (const {rows, inserted, updated, unchanged, rejected} of result.tables) {
        expect(inserted + updated + unchanged + rejected).toBe(rows);
        expect(inserted + updated).toBe(0);
      }
      for (const {name} of tables) {
        expect(await rowsOf(`select count(*) as n from ${name}`), name).toEqual([{n: 0}]);
      }
    },
  );
});
