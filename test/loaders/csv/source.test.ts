import {execFileSync} from "node:child_process";
import {mkdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openCsvSource} from "../../../loaders/csv/source.js";
import {seedFiles} from "../../../scripts/db/load/seedFile.js";
import {type TableName, tables} from "../../../src/lib/bank/schema.js";
import {stagedBank} from "../../support/stagedBank.js";
import {editedBank, tinyBank} from "../../support/tinyBank.js";

const replace = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
  return text.replace(from, to);
};

type Fault = readonly [
  what: string,
  table: TableName,
  edit: (text: string) => string | Uint8Array,
  message: string,
];

const faults: readonly Fault[] = [
  [
    "a letter in an amount",
    "transactions",
    replace(",-361.50,", ",-361.5O,"),
    'row 9 of transactions.csv: invalid amount_eur: "-361.5O" (write euro with at most two decimals, like -12.05)',
  ],
  [
    "too many decimals",
    "transactions",
    replace(",1.80,", ",1.805,"),
    'row 26 of transactions.csv: invalid amount_eur: "1.805" (write euro with at most two decimals, like -12.05)',
  ],
  [
    "a fraction where an integer belongs",
    "individuals",
    replace(",1988,", ",1988.5,"),
    'row 2 of individuals.csv: invalid birth_year: "1988.5" (write a whole number, like -12)',
  ],
  [
    "an impossible date",
    "accounts",
    replace("2025-05-20", "2025-02-30"),
    'row 8 of accounts.csv: invalid opened_on: "2025-02-30" (write a date, like 2025-05-01)',
  ],
  [
    "an instant without seconds",
    "trades",
    replace("2025-05-13 14:30:00", "2025-05-13 14:30"),
    'row 3 of trades.csv: invalid executed_at: "2025-05-13 14:30" (write a UTC instant, like 2025-05-01 13:45:10)',
  ],
  [
    "a boolean in other words",
    "calendar",
    replace("2025-05-02,2025-05-01,2025-04-01,5,true", "2025-05-02,2025-05-01,2025-04-01,5,yes"),
    'row 3 of calendar.csv: invalid is_business_day: "yes" (write true or false)',
  ],
  [
    "a value outside the list",
    "accounts",
    replace(",checking,", ",chequing,"),
    'row 2 of accounts.csv: invalid kind: "chequing" (use checking, savings, brokerage)',
  ],
  [
    "a value below the least",
    "trades",
    replace(",360.00,0.00,", ",360.00,-0.01,"),
    'row 3 of trades.csv: invalid fee_eur: "-0.01" (at least 0)',
  ],
  [
    "a text that is too long",
    "cities",
    replace("Berlin,DE", "Berlin,DEU"),
    'row 2 of cities.csv: invalid country: "DEU" (at most 2 characters)',
  ],
  [
    "nothing where something must be",
    "users",
    replace(",Ada Brandt,", ",,"),
    'row 5 of users.csv: invalid name: "" (it may not be empty)',
  ],
  [
    "a NUL byte",
    "users",
    replace("Ada Brandt", "Ada\0Brandt"),
    'row 5 of users.csv: invalid name: "Ada\\u0000Brandt" (write text without a NUL byte)',
  ],
  [
    "a short row",
    "cities",
    replace(",1.1\n", "\n"),
    'row 2 of cities.csv: 3 fields instead of 4, rent_index is missing after "3700000"',
  ],
  [
    "a long row",
    "cities",
    replace(",1.1\n", ",1.1,9\n"),
    'row 2 of cities.csv: 5 fields instead of 4, "9" is too many (quote a field that holds a comma)',
  ],
  [
    "an empty field behind the last column",
    "cities",
    replace(",1.1\n", ",1.1,\n"),
    'row 2 of cities.csv: 5 fields instead of 4, "" is too many (end the row behind rent_index)',
  ],
  [
    "a quote that is never closed",
    "transactions",
    replace("Rent June", '"Rent June'),
    "row 22 of transactions.csv: bad quoting in description (double the quotes in a quoted field, and close it)",
  ],
  [
    "text after a closing quote",
    "users",
    replace('"Padaria da Sé, Lda"', '"Padaria" da Sé'),
    "row 4 of users.csv: bad quoting in name (double the quotes in a quoted field, and close it)",
  ],
  [
    "a missing column",
    "splits",
    replace("shares_before,", ""),
    "row 1 of splits.csv: missing column: shares_before (the header must be symbol,day,shares_before,shares_after; mend it or run npm run seed)",
  ],
  [
    "a column too many",
    "splits",
    replace("shares_after", "shares_after,ratio"),
    "row 1 of splits.csv: unknown column: ratio (the header must be symbol,day,shares_before,shares_after; mend it or run npm run seed)",
  ],
  [
    "a key that repeats",
    "users",
    replace("ind-000002,individual", "ind-000001,individual"),
    'row 6 of users.csv: duplicate user_id: "ind-000001" (first in row 5)',
  ],
  [
    "a key of two columns that repeats",
    "prices",
    replace("AAPL,2025-05-05", "AAPL,2025-05-02"),
    'row 3 of prices.csv: duplicate symbol,day: "AAPL,2025-05-02" (first in row 2)',
  ],
  [
    "a split of a symbol that has one on that day",
    "splits",
    (text) => `${text}AAPL,2025-06-09,1,2\n`,
    'row 3 of splits.csv: duplicate symbol,day: "AAPL,2025-06-09" (first in row 2)',
  ],
  [
    "a reference to nothing",
    "transactions",
    replace("3,com-00001-chk", "3,com-00009-chk"),
    'row 4 of transactions.csv: unknown account_id: "com-00009-chk" (not in accounts.csv)',
  ],
  [
    "broken UTF-8",
    "users",
    (text) => Buffer.from(text.replace("Zoë", "Zo\xeb"), "latin1"),
    "row 4 of users.csv: broken UTF-8 (save the file as UTF-8)",
  ],
];

describe("openCsvSource(folder)", () => {
  it("reads every table as the schema types it", async () => {
    const bank = await stagedBank(tinyBank);
    const rows = await bank.query(
      "select * exclude (iban) from accounts where account_id = 'ind-000002-sav'",
    );
    expect(rows).toEqual([
      {
        account_id: "ind-000002-sav",
        user_id: "ind-000002",
        kind: "savings",
        currency: "EUR",
        opened_on: "2025-05-20",
        closed_on: null,
        opening_balance_eur: 0,
        overdraft_limit_eur: 0,
      },
    ]);
    expect(
      await bank.query(
        "select booked_at, booked_on, amount_eur, description from transactions where transaction_id = 23",
      ),
    ).toEqual([
      {
        booked_at: "2025-06-06T21:05:40Z",
        booked_on: "2025-06-06",
        amount_eur: -25,
        description: 'for the "pizza", thanks',
      },
    ]);
  });

  it("takes Windows line ends, a byte order mark and line breaks within quotes as they come", async () => {
    const bank = await stagedBank(
      editedBank({
        users: (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
        savings_goals: replace("Rainy days", '"Rainy\ndays"'),
      }),
    );
    expect(await bank.query("select count(*) as n, max(name) as last from users")).toEqual([
      {n: 5, last: "Zoë Brandão"},
    ]);
    expect(await bank.query("select name from savings_goals")).toEqual([{name: "Rainy\ndays"}]);
  });

  it.each(faults)("names file, row, column and value of %s", async (_, table, edit, message) => {
    const folder = editedBank({[table]: edit});
    await expect(stagedBank(folder)).rejects.toThrow(new Error(message));
  });

  it("counts rows as an editor counts lines, below a field that spans two", async () => {
    const folder = editedBank({
      users: (text) =>
        replace(
          "Kim Adler",
          '"Kim\nAdler"',
        )(text).replace("ind-000002,individual", "ind-000002,person"),
    });
    await expect(stagedBank(folder)).rejects.toThrow('row 7 of users.csv: invalid kind: "person"');
  });

  it("says which file is missing and what to do", async () => {
    const folder = editedBank({});
    rmSync(join(folder, "trades.csv"));
    await expect(openCsvSource({folder})).rejects.toThrow(
      /^missing table: trades \(no .*trades\.csv; run npm run seed\)$/,
    );
  });

  it.each([
    ["a folder", (file: string) => mkdirSync(file)],
    ["a named pipe", (file: string) => void execFileSync("mkfifo", [file])],
    ["a device", (file: string) => symlinkSync("/dev/zero", file)],
  ])("says that a table is %s, and does not wait for it", async (kind, make) => {
    for (const table of ["calendar", "trades"]) {
      const folder = editedBank({});
      const file = join(folder, `${table}.csv`);
      rmSync(file);
      make(file);
      const message = `not a table: ${table} (${file} is ${kind}; put a CSV file in its place)`;
      await expect(openCsvSource({folder})).rejects.toThrow(new Error(message));
      await expect(stagedBank(folder)).rejects.toThrow(new Error(message));
      await expect(seedFiles(folder, tables)).rejects.toThrow(new Error(message));
    }
  });

  it("answers queries on the files themselves, and names the fault of a file it reads", async () => {
    const source = await openCsvSource({
      folder: editedBank({trades: replace(",360.00,0.00,", ",360.00,free,")}),
    });
    expect(await source.query("select count(*) as n from users where kind = 'company'")).toEqual([
      {n: 2},
    ]);
    await expect(source.query("select sum(fee_eur) as fees from trades")).rejects.toThrow(
      'row 3 of trades.csv: invalid fee_eur: "free"',
    );
    await source.close();
  });

  it("reads a file once, however often it is asked of it", async () => {
    const folder = editedBank({});
    const source = await openCsvSource({folder});
    const fees = () => source.query("select sum(fee_eur) as fees from trades");
    const before = await fees();
    rmSync(join(folder, "trades.csv"));
    expect(await fees()).toEqual(before);
    await source.close();
  });

  it("describes the bank by its manifest and its calendar", async () => {
    const {description} = await openCsvSource({folder: tinyBank});
    expect(description).toMatchObject({
      kind: "csv",
      asOf: "2025-06-30",
      parameters: {seed: 1, individuals: 2},
      notes: [],
      fallbackCause: null,
    });
  });

  it("takes no parameters of a manifest that names no generator", async () => {
    const folder = editedBank({});
    writeFileSync(join(folder, "manifest.json"), '{"parameters": {"seed": 1}, "files": []}');
    const {description} = await openCsvSource({folder});
    expect(description.parameters).toEqual({});
  });

  it("takes a manifest without parameters, as a batch of the live stream has it", async () => {
    const folder = editedBank({});
    writeFileSync(join(folder, "manifest.json"), '{"files": []}');
    const {description} = await openCsvSource({folder});
    expect(description.parameters).toEqual({});
    expect(description.notes).toHaveLength(tables.length);
  });

  it.each([
    ["[]", "no object"],
    ["null", "no object"],
    ['"text"', "no object"],
    ["{}", "files is not a list of table and sha256"],
    ['{"files":"x"}', "files is not a list of table and sha256"],
    ['{"files":[null]}', "files is not a list of table and sha256"],
    ['{"files":[{"table":"users"}]}', "files is not a list of table and sha256"],
    ['{"parameters":[],"files":[]}', "parameters are not numbers and texts by name"],
    ['{"parameters":{"seed":{}},"files":[]}', "parameters are not numbers and texts by name"],
    ['{"files":', "no JSON"],
    ["", "no JSON"],
    ["[".repeat(50_000_000), "50000000 bytes, at most 1000000"],
  ])("refuses a manifest of another shape in one line (case %#)", async (text, what) => {
    const folder = editedBank({});
    const file = join(folder, "manifest.json");
    writeFileSync(file, text);
    await expect(openCsvSource({folder})).rejects.toThrow(
      new Error(`unreadable manifest: ${file}: ${what} (remove it, or run npm run seed)`),
    );
  });

  it("refuses a manifest that is no file", async () => {
    const folder = editedBank({});
    const file = join(folder, "manifest.json");
    rmSync(file);
    execFileSync("mkfifo", [file]);
    await expect(openCsvSource({folder})).rejects.toThrow(`${file}: it is a named pipe`);
  });

  it("gives another fingerprint when a file is edited, and says that it was", async () => {
    const before = await openCsvSource({folder: tinyBank});
    const after = await openCsvSource({
      folder: editedBank({cities: replace("3700000", "3700001")}),
    });
    const same = await openCsvSource({folder: editedBank({})});
    expect(await after.fingerprint()).not.toBe(await before.fingerprint());
    expect(await same.fingerprint()).toBe(await before.fingerprint());
    expect(after.description.notes).toEqual(["cities.csv was edited after it was generated"]);
  });
});
