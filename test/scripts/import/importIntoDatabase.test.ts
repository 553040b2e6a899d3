import type {RowDataPacket} from "mysql2/promise";
import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from "vitest";
import type {Environment} from "../../../loaders/environment.js";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {loadBank} from "../../../scripts/db/load/loadBank.js";
import {brokenRules} from "../../../scripts/db/load/ruleCheck.js";
import {KnownMovements} from "../../../scripts/db/services/movements.js";
import {importIntoDatabase} from "../../../scripts/import/importIntoDatabase.js";
import {importIntoFiles} from "../../../scripts/import/importIntoFiles.js";
import {bankFolder, tinyBank} from "../../support/bankFolder.js";
import {
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  startMariadb,
} from "../../support/mariadb.js";
import {importRequest, statementText} from "../../support/statementImport.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const ada = "ind-000001-chk";
const statement = statementText(
  "2025-06-10 | Lidl | Card payment | | -12.50",
  "2025-06-10 | Lidl | Card payment | | -12.50",
  "2025-06-11 | Muster AG | Salary June | | 1500.00 | EUR | A7",
  "2025-06-12 | Ada Brandt | to savings | DE27100777770209299700 | -40.00",
  "2025-06-13 | Lidl | Card payment | | -99000.00",
);

describeMariadb("importIntoDatabase(settings, request)", () => {
  let server: MariadbServer;
  let env: Environment;
  let connection: Connection;
  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    env = await emptyBank(server);
    await load();
    connection = await connectTo(env);
  });
  afterEach(async () => {
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  const settings = () => requiredDatabaseSettings(env);
  const load = (options = {}) =>
    loadBank(settings(), {
      folder: tinyBank,
      rejectsFolder: temporaryFolder("rejects"),
      ...options,
    });
  const take = (...texts: string[]) => importIntoDatabase(settings(), importRequest(ada, texts));
  const rowsOf = async (sql: string) =>
    (await connection.query<RowDataPacket[][]>({sql, rowsAsArray: true}))[0];
  const checksums = async () =>
    JSON.stringify(await rowsOf("checksum table transactions, counterparties, imported_rows"));

  it("posts the rows with numbers of the posting services, and keeps the ids of the other bank", async () => {
    await take(statement);
    expect(
      await rowsOf(
        `select account_id, booked_at, amount_eur, channel, category, counter_account_id, transfer_id
        from transactions where transaction_id > 1000000000000000 order by transaction_id`,
      ),
    ).toEqual([
      [ada, "2025-06-10 19:00:00", "-12.50", "card", "groceries", null, null],
      [ada, "2025-06-10 19:00:00", "-12.50", "card", "groceries", null, null],
      [ada, "2025-06-11 07:00:00", "1500.00", "credit_transfer", "salary", null, null],
      [
        ada,
        "2025-06-12 19:00:00",
        "-40.00",
        "book",
        "saving",
        "ind-000001-sav",
        1_000_000_000_000_001,
      ],
      [
        "ind-000001-sav",
        "2025-06-12 19:00:00",
        "40.00",
        "book",
        "saving",
        ada,
        1_000_000_000_000_001,
      ],
    ]);
    expect(
      await rowsOf("select transaction_id, bank_id, file, line from imported_rows order by 1"),
    ).toEqual([
      [1_000_000_000_000_001, null, "file-1.csv", 2],
      [1_000_000_000_000_002, null, "file-1.csv", 3],
      [1_000_000_000_000_003, "A7", "file-1.csv", 4],
      [1_000_000_000_000_004, null, "file-1.csv", 5],
    ]);
    expect(
      await rowsOf("select name, kind from counterparties where counterparty_id like 'imp-%'"),
    ).toEqual(
      expect.arrayContaining([
        ["Lidl", "merchant"],
        ["Muster", "employer"],
      ]),
    );
  });

  it("keeps the bank's id of a booking that had none, so that a later row of another id is booked", async () => {
    const coffee = "2025-06-10 | Lidl | Card payment | | -12.50";
    const rent = "2025-06-02 | Spree Wohnen | Rent June | | -900.00 | EUR";
    const kept = () =>
      rowsOf("select bank_id, line from imported_rows order by transaction_id desc");
    await take(statementText(coffee));
    expect(await kept()).toEqual([[null, 2]]);
    await take(statementText(`${rent} | B1`, `${coffee} | EUR | A1`));
    expect(await kept()).toEqual([
      ["A1", 2],
      ["B1", 2],
    ]);
    expect((await take(statementText(`${coffee} | EUR | A2`))).rows).toHaveLength(1);
    expect((await take(statementText(`${rent} | B2`))).rows).toHaveLength(1);
  });

  it("adds nothing of the same file, the rest of an overlapping one, and nothing in a dry run", async () => {
    await take(statement);
    const before = await checksums();
    expect((await take(statement)).files[0]).toMatchObject({inserted: [], unchangedCount: 4});
    const more = `${statement}2025-06-14,Aldi,Card payment,,-3.00,EUR,\n`;
    await importIntoDatabase(settings(), importRequest(ada, [more], {dryRun: true}));
    expect(await checksums()).toBe(before);
    expect((await take(more)).files[0]).toMatchObject({unchangedCount: 4});
    expect(await checksums()).not.toBe(before);
  });

  it("posts what an import into the files of the same bank books", async () => {
    const {folder} = bankFolder();
    const [inFiles, inDatabase] = [
      await importIntoFiles(folder, importRequest(ada, [statement])),
      await take(statement),
    ];
    expect(inDatabase.rows.map(({legs}) => legs)).toEqual(inFiles.rows.map(({legs}) => legs));
  });

  it("keeps what is imported when the files are loaded again and the rest is pruned", async () => {
    await take(statement);
    const before = await checksums();
    const {tables} = await load({prune: true, verify: true});
    expect(tables.map(({vanished, pruned}) => vanished + pruned)).not.toContain(1);
    expect(await checksums()).toBe(before);
  });

  it("lets nobody go on with the balances of before", async () => {
    const known = new KnownMovements();
    const cents = async () => (await known.of(connection, [ada])).get(ada)!.cents;
    const before = await cents();
    await take(statement);
    expect(await cents()).toBe(before - 2500 + 150_000 - 4000);
  });

  it("posts a row once where two imports of it run at the same time", async () => {
    const plans = await Promise.all([take(statement), take(statement), take(statement)]);
    expect(plans.map(({rows}) => rows.length).sort()).toEqual([0, 0, 4]);
  });

  it("posts the same party of two accounts once, though both imports add it", async () => {
    const lidl = statementText("2025-06-10 | Lidl | Card payment | | -1.00");
    await Promise.all(
      [ada, "ind-000001-sav"].map((account) =>
        importIntoDatabase(settings(), importRequest(account, [lidl])),
      ),
    );
    expect(
      await rowsOf("select count(*) from counterparties where counterparty_id like 'imp-%'"),
    ).toEqual([[1]]);
  });

  it("throws with the database as it was", async () => {
    const before = await checksums();
    const dollars = statementText("2025-06-01 | Lidl | x | | -1.00 | USD");
    await expect(take(statement, dollars)).rejects.toThrow('invalid currency: "USD"');
    await connection.query("alter table imported_rows add constraint no_line check (line < 4)");
    await expect(take(statement)).rejects.toThrow("no_line");
    await connection.query("alter table imported_rows drop constraint no_line");
    expect(await checksums()).toBe(before);
  });
});
