import {cpSync, existsSync, readFileSync, renameSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {importIntoFiles} from "../../../scripts/import/importIntoFiles.js";
import type {Plan} from "../../../scripts/import/plan.js";
import {bank} from "../../support/bank.js";
import {bankFolder} from "../../support/bankFolder.js";
import {
  brokenRulesIn,
  folderHash,
  importRequest,
  statementText,
} from "../../support/statementImport.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const ada = "ind-000001-chk";
const adasSavings = "DE27100777770209299700";
const zoesChecking = "PT50002700000001234567833";
const french = "FR7630006000011234567890189";
const harbour = "DE02120300000000202051";

const shopping = statementText(
  "2025-06-10 | Lidl | Card payment | | -12.50",
  "2025-06-10 | Lidl | Card payment | | -12.50",
  "2025-06-11 | Stadtwerke | Direct debit power | | -60.00",
);

/** Of each file: inserted, unchanged, left out by reason, doubtful. */
function counts({files}: Plan) {
  return files.map(({inserted, unchangedCount, leftOut, doubtfulCount}) => ({
    inserted: inserted.length,
    unchanged: unchangedCount,
    leftOut: leftOut.map(({line, reason}) => `${line} ${reason}`),
    doubtful: doubtfulCount,
  }));
}

const only = (inserted: number, unchanged: number) => ({
  inserted,
  unchanged,
  leftOut: [],
  doubtful: 0,
});

/** The rows that a table's file has beyond those of the tiny bank. */
const added = (lines: readonly string[], before: number) => lines.slice(before);

describe("importIntoFiles(folder, request)", () => {
  it("adds the rows behind those that are there, with parties of their own, and keeps every rule", async () => {
    const {folder, lines} = bankFolder();
    const plan = await importIntoFiles(folder, importRequest(ada, [shopping]));
    expect(counts(plan)).toEqual([only(3, 0)]);
    expect(added(lines("transactions"), 33)).toEqual([
      `33,${ada},2025-06-10 19:00:00,2025-06-10,-12.50,card,groceries,cp-00008,,,Card payment`,
      `34,${ada},2025-06-10 19:00:00,2025-06-10,-12.50,card,groceries,cp-00008,,,Card payment`,
      `35,${ada},2025-06-11 19:00:00,2025-06-11,-60.00,direct_debit,utilities,cp-00009,,,Direct debit power`,
    ]);
    expect(added(lines("counterparties"), 8)).toEqual([
      "cp-00008,Lidl,merchant,DE,",
      "cp-00009,Stadtwerke,utility,DE,",
    ]);
    expect(await brokenRulesIn(folder)).toEqual({});
  });

  it("adds nothing of the same file, and of an overlapping one the rest", async () => {
    const {folder} = bankFolder();
    await importIntoFiles(folder, importRequest(ada, [shopping]));
    const before = folderHash(folder);
    expect(counts(await importIntoFiles(folder, importRequest(ada, [shopping])))).toEqual([
      only(0, 3),
    ]);
    expect(folderHash(folder)).toBe(before);
    const longer = statementText(
      "2025-06-10 | Lidl | Card payment | | -12.50",
      "2025-06-10 | Lidl | Card payment | | -12.50",
      "2025-06-10 | Lidl | Card payment | | -12.50",
      "2025-06-12 | Lidl | Card payment | | -12.50",
    );
    expect(counts(await importIntoFiles(folder, importRequest(ada, [longer])))).toEqual([
      only(2, 2),
    ]);
    expect(counts(await importIntoFiles(folder, importRequest(ada, [longer, shopping])))).toEqual([
      only(0, 4),
      only(0, 3),
    ]);
  });

  it("books a row of two files once, also where only one names account and currency", async () => {
    const {folder} = bankFolder();
    const row = "2025-06-10,Lidl,Card payment,-12.50";
    const named = `Account,DE89370400440532013000\nDate,Payee,Description,Amount,Currency\n${row},EUR\n2025-06-12,Aldi,Card payment,-3.00,EUR\n`;
    const bare = `Date,Payee,Description,Amount\n${row}\n2025-06-13,Aldi,Card payment,-4.00\n`;
    const plan = await importIntoFiles(folder, importRequest(ada, [named, bare]));
    expect(counts(plan)).toEqual([only(2, 0), only(1, 1)]);
    expect(plan.files.map(({isTakenForEuros}) => isTakenForEuros)).toEqual([false, true]);
  });

  it("knows a row again by the bank's id, whatever its text, and books equal rows of other ids", async () => {
    const {folder, lines} = bankFolder();
    const first = statementText(
      "2025-06-10 | Lidl | Card payment | | -12.50 | EUR | A1",
      "2025-06-11 | Lidl | Card payment | | -12.50 | EUR | A2",
    );
    const second = statementText(
      "2025-06-10 | LIDL 4711 BERLIN | POS | | -12.50 | EUR | A1",
      "2025-06-11 | Lidl | Card payment | | -12.50 | EUR | A3",
    );
    await importIntoFiles(folder, importRequest(ada, [first]));
    expect(counts(await importIntoFiles(folder, importRequest(ada, [second])))).toMatchObject([
      {inserted: 1, unchanged: 1},
    ]);
    expect(lines("transactions").at(-1)).toMatch(/^35,.*2025-06-11,-12.50/);
    expect(
      readFileSync(join(folder, "imported_rows.csv"), "utf8")
        .split("\n")
        .slice(1, -1)
        .map((line) => line.replace(/[0-9a-f]{64}/, "…")),
    ).toEqual(["33,A1,…,file-1.csv,2", "34,A2,…,file-1.csv,3", "35,A3,…,file-1.csv,3"]);
  });

  it("keeps the bank's id of a booking that had none, so that a later row of another id is booked", async () => {
    const {folder} = bankFolder();
    const kept = () => readFileSync(join(folder, "imported_rows.csv"), "utf8").match(/^\d+,\w*/gm);
    const take = async (...rows: string[]) =>
      counts(await importIntoFiles(folder, importRequest(ada, [statementText(...rows)])));
    const coffee = "2025-06-10 | Lidl | Card payment | | -12.50";
    const rent = "2025-06-02 | Spree Wohnen | Rent June | | -900.00 | EUR";
    expect(await take(coffee)).toEqual([only(1, 0)]);
    expect(kept()).toEqual(["33,"]);
    const before = folderHash(folder);
    const asked = importRequest(ada, [statementText(`${coffee} | EUR | A1`)], {dryRun: true});
    expect(counts(await importIntoFiles(folder, asked))).toEqual([only(0, 1)]);
    expect(folderHash(folder)).toBe(before);
    expect(await take(`${coffee} | EUR | A1`, `${rent} | B1`)).toEqual([only(0, 2)]);
    expect(kept()).toEqual(["33,A1", "21,B1"]);
    expect(await take(`${coffee} | EUR | A2`, `${rent} | B1`)).toEqual([only(1, 1)]);
    expect(await take(coffee, `${coffee} | EUR | A2`)).toEqual([only(0, 2)]);
    expect(await take(`${rent} | B2`)).toEqual([only(1, 0)]);
    expect(await brokenRulesIn(folder)).toEqual({});
  });

  it("knows the bank's own bookings in their statement, and doubts what is only as much", async () => {
    const {folder} = bankFolder();
    const own = statementText(
      "2025-06-02 | Spree Wohnen | Rent June | | -900.00",
      "2025-06-06 | Zoë Brandão | pizza | | -25.00",
      `2025-06-27 | Somebody | Wages | ${harbour} | 2700.00`,
      "2025-05-02 | Lidl | Card payment | | -900.00",
    );
    const plan = await importIntoFiles(folder, importRequest(ada, [own]));
    expect(counts(plan)).toEqual([{inserted: 1, unchanged: 3, leftOut: [], doubtful: 1}]);
    expect(plan.rows[0]!.doubt).toBe("as much as transaction 1 of that day (Rent May)");
  });

  it("books both legs where the other account is here, and knows the second in its own statement", async () => {
    const {folder, lines} = bankFolder();
    const statement = statementText(
      `2025-06-12 | Ada Brandt | to savings | ${adasSavings} | -40.00`,
      `2025-06-13 | Zoë Brandão | cinema | ${zoesChecking} | 9.00`,
      `2025-06-16 | Harbour | Bonus salary | ${harbour} | 500.00`,
    );
    expect(counts(await importIntoFiles(folder, importRequest(ada, [statement])))).toEqual([
      only(3, 0),
    ]);
    expect(added(lines("transactions"), 33)).toEqual([
      `33,${ada},2025-06-12 19:00:00,2025-06-12,-40.00,book,saving,,ind-000001-sav,10,to savings`,
      `34,ind-000001-sav,2025-06-12 19:00:00,2025-06-12,40.00,book,saving,,${ada},10,to savings`,
      `35,ind-000002-chk,2025-06-13 07:00:00,2025-06-13,-9.00,credit_transfer,peer,,${ada},11,cinema`,
      `36,${ada},2025-06-13 07:00:00,2025-06-13,9.00,credit_transfer,peer,,ind-000002-chk,11,cinema`,
      `37,com-00001-chk,2025-06-16 07:00:00,2025-06-16,-500.00,credit_transfer,payroll,,${ada},12,Bonus salary`,
      `38,${ada},2025-06-16 07:00:00,2025-06-16,500.00,credit_transfer,salary,,com-00001-chk,12,Bonus salary`,
    ]);
    const kept = readFileSync(join(folder, "imported_rows.csv"), "utf8");
    expect(kept.match(/^\d+/gm)).toEqual(["33", "36", "38"]);
    expect(await brokenRulesIn(folder)).toEqual({});
    const savings = statementText(
      "2025-06-12 | Ada Brandt | something else | DE89370400440532013000 | 40.00",
    );
    expect(
      counts(await importIntoFiles(folder, importRequest("ind-000001-sav", [savings]))),
    ).toEqual([only(0, 1)]);
  });

  it("doubts every row of a file that does not write its signs", async () => {
    const {folder} = bankFolder();
    const unsigned = statementText(
      "2025-06-10 | Lidl | Card payment | | 12.50",
      "2025-06-11 | Lidl | Card payment | | 7.50",
    );
    const plan = await importIntoFiles(folder, importRequest(ada, [unsigned], {dryRun: true}));
    expect(counts(plan)[0]).toMatchObject({inserted: 2, doubtful: 2});
    expect(plan.files[0]!.doubts).toEqual([
      "no amount has a sign: each is read by the words beside it",
    ]);
    const said = importRequest(ada, [unsigned], {dryRun: true, amounts: "out"});
    expect(counts(await importIntoFiles(folder, said))).toEqual([only(2, 0)]);
  });

  it("doubts a row of both a debit and a credit, and tells all doubts of a row", async () => {
    const {folder} = bankFolder();
    const both =
      "Date,Payee,Debit,Credit\n2025-06-10,Lidl,12.50,\n,Lidl,5.00,6.00\n2025-06-11,Zoe,,9.00\n";
    const plan = await importIntoFiles(folder, importRequest(ada, [both], {dryRun: true}));
    const doubt = plan.rows.find(({row}) => row.line === 3)?.doubt;
    expect(doubt).toContain("debit and credit both hold an amount: read as their difference");
    expect(doubt).toContain("the day is that of the row above");
  });

  it("takes a column that is called no more than IBAN for the other side’s, or says that it may be", async () => {
    const {folder, lines} = bankFolder();
    const lone = (...rows: string[]) => statementText(...rows).replace("Counterparty IBAN", "IBAN");
    const two = lone(
      `2025-06-12 | Ada Brandt | to savings | ${adasSavings} | -40.00`,
      "2025-06-13 | Lidl | Card payment | | -12.50",
    );
    expect(counts(await importIntoFiles(folder, importRequest(ada, [two])))).toEqual([only(2, 0)]);
    expect(added(lines("transactions"), 33)[1]).toContain("ind-000001-sav");
    const open = lone(`2025-06-14 | Ada Brandt | more | ${adasSavings} | -4.00`);
    const plan = await importIntoFiles(folder, importRequest(ada, [open], {dryRun: true}));
    expect(counts(plan)[0]).toMatchObject({inserted: 1, doubtful: 1});
    expect(plan.files[0]!.doubts).toEqual([
      '"IBAN" may be the account or the other side’s: it was used for neither',
    ]);
  });

  it("leaves out what the account cannot pay, then or later, and refuses the same again", async () => {
    const {folder} = bankFolder();
    const statement = statementText(
      "2025-05-03 | Lidl | Card payment | | -5000.00",
      "2025-05-04 | Lidl | Card payment | | -700.00",
      "2025-06-29 | Muster AG | Salary June | | 8000.00",
      "2025-06-30 | Lidl | Card payment | | -5000.00",
    );
    const first = await importIntoFiles(folder, importRequest(ada, [statement]));
    expect(counts(first)[0]).toMatchObject({inserted: 3, leftOut: ["2 not enough money"]});
    expect(await brokenRulesIn(folder)).toEqual({});
    const again = await importIntoFiles(folder, importRequest(ada, [statement]));
    expect(counts(again)[0]).toMatchObject({inserted: 0, leftOut: ["2 not enough money"]});
  });

  it("takes what a transfer of a later day pays for, at once and not when it is asked again", async () => {
    const {folder} = bankFolder();
    const statement = statementText(
      "2025-06-03 | Lidl | Card payment | | -2690.00",
      `2025-06-05 | Ada Brandt | from savings | ${adasSavings} | 20.00`,
    );
    expect(counts(await importIntoFiles(folder, importRequest(ada, [statement])))).toEqual([
      only(2, 0),
    ]);
    expect(await brokenRulesIn(folder)).toEqual({});
  });

  it("leaves out, with the reason, what the bank has no day or no coins for", async () => {
    const {folder} = bankFolder();
    const statement = statementText(
      "2025-04-30 | Lidl | Card payment | | -1.00",
      "2025-07-01 | Lidl | Card payment | | -1.00",
      "2025-06-01 | Lidl | Card payment | | -1.00 | USD",
      "2025-06-01 | Lidl | Card payment | | -1.005",
      "2025-06-01 | Lidl | Card payment | | -1.00",
    );
    expect(counts(await importIntoFiles(folder, importRequest(ada, [statement])))[0]).toMatchObject(
      {
        inserted: 1,
        leftOut: [
          "2 before the bank's first day 2025-05-01",
          "3 after the bank's last day 2025-06-30",
          "4 other currency",
          "5 fractions of a cent",
        ],
      },
    );
    const early = statementText("2025-05-19 | Ada | deposit | | 5.00");
    expect(
      counts(await importIntoFiles(folder, importRequest("ind-000002-sav", [early])))[0],
    ).toMatchObject({leftOut: ["2 before the account was opened on 2025-05-20"]});
  });

  it("follows the person's rules first, splits by them, and counts a split row once", async () => {
    const {folder, lines} = bankFolder();
    const rules =
      "if payee contains Lidl then split 60% groceries, split rest furnishings\nif payee contains Spar then transfer to ind-000001-sav\n";
    const statement = statementText(
      "2025-06-10 | Lidl | Card payment | | -12.51",
      "2025-06-10 | Lidl | Card payment | | -12.51",
      "2025-06-10 | Spar | put aside | | -5.00",
    );
    const request = () => importRequest(ada, [statement], {rules});
    expect(counts(await importIntoFiles(folder, request()))).toEqual([only(3, 0)]);
    expect(added(lines("transactions"), 33).map((line) => line.split(",").slice(4, 7))).toEqual([
      ["-7.51", "card", "groceries"],
      ["-5.00", "card", "furnishings"],
      ["-7.51", "card", "groceries"],
      ["-5.00", "card", "furnishings"],
      ["-5.00", "book", "saving"],
      ["5.00", "book", "saving"],
    ]);
    expect(counts(await importIntoFiles(folder, request()))).toEqual([only(0, 3)]);
    expect(await brokenRulesIn(folder)).toEqual({});
  });

  it("writes nothing in a dry run, and plans what it would write", async () => {
    const {folder} = bankFolder();
    const before = folderHash(folder);
    const dry = await importIntoFiles(folder, importRequest(ada, [shopping], {dryRun: true}));
    expect(folderHash(folder)).toBe(before);
    expect(existsSync(`${folder}.lock`)).toBe(false);
    const wet = await importIntoFiles(folder, importRequest(ada, [shopping]));
    expect(dry.rows.map(({legs}) => legs)).toEqual(wet.rows.map(({legs}) => legs));
  });

  it("writes texts as they are, whatever they hold, and as long as the bank keeps them", async () => {
    const {folder} = bankFolder();
    const payee = `=HYPERLINK("x") ${"ö".repeat(200)}`;
    const text = `Date,Payee,Description,Amount\n2025-06-10,"${payee.replaceAll('"', '""')}","a ""b"", c",-1.00\n2025-06-11,Lidl,${"🙂".repeat(200)},-1.00\n`;
    await importIntoFiles(folder, importRequest(ada, [text]));
    expect(await brokenRulesIn(folder)).toEqual({});
    const written = readFileSync(join(folder, "transactions.csv"), "utf8");
    expect(written).toContain('"a ""b"", c"\n');
    expect(written).toContain(`,${"🙂".repeat(140)}\n`);
  });

  it("goes on behind a file whose last line has no end", async () => {
    const {folder, write, lines} = bankFolder();
    write("transactions", lines("transactions").join("\n"));
    await importIntoFiles(folder, importRequest(ada, [shopping]));
    expect(lines("transactions")).toHaveLength(36);
    expect(await brokenRulesIn(folder)).toEqual({});
  });

  it("throws, in one line with the next step, on what is no statement of the account", async () => {
    const {folder} = bankFolder();
    const before = folderHash(folder);
    // what stands once only could be the other side's number
    const refused = async (account: string, text: string) => {
      try {
        await importIntoFiles(folder, importRequest(account, [text]));
      } catch (error) {
        return (error as Error).message.replace(/\S+\/file-1/, "file-1");
      }
      return "";
    };
    expect(await refused("ind-000001-chq", shopping)).toBe(
      "unknown account: ind-000001-chq (did you mean ind-000001-chk?)",
    );
    expect(await refused(ada, statementText("2025-06-01 | Lidl | x | | -1.00 | USD"))).toBe(
      'file-1.csv: line 2: invalid currency: "USD" (the bank keeps its accounts in EUR: export one in euros)',
    );
    const accounts = (...ibans: string[]) =>
      `Account IBAN,Date,Payee,Counterparty IBAN,Amount\n${ibans.map((iban) => `${iban},2025-06-01,Lidl,,-1.00\n`).join("")}`;
    expect(await refused(ada, accounts(adasSavings, adasSavings))).toBe(
      `file-1.csv: a statement of ${adasSavings}, which is ind-000001-sav (say --account ind-000001-sav)`,
    );
    expect(await refused(ada, accounts(french, french, adasSavings, adasSavings))).toBe(
      "file-1.csv: 2 accounts in one file, and none is DE89370400440532013000 (export one account)",
    );
    expect(
      await refused(
        ada,
        "Date,Action,Symbol,Quantity,Price,Commission,Amount,Currency\n2025-06-03,Buy,AAPL,1,200.10,1.00,-201.10,EUR\n",
      ),
    ).toContain("file-1.csv: 1 trades and no bookings");
    expect(folderHash(folder)).toBe(before);
  });

  it("puts back the bank that an import was killed at taking away", async () => {
    const {folder} = bankFolder();
    cpSync(folder, `${folder}.partial-4194304`, {recursive: true});
    renameSync(folder, `${folder}.old-4194304`);
    expect(counts(await importIntoFiles(folder, importRequest(ada, [shopping])))).toEqual([
      only(3, 0),
    ]);
    expect(existsSync(`${folder}.partial-4194304`)).toBe(false);
    await expect(importIntoFiles(`${folder}-none`, importRequest(ada, [shopping]))).rejects.toThrow(
      /^no bank in .*-none \(run npm run seed\)$/,
    );
  });

  it("keeps every rule of a generated bank, for people and for companies", async () => {
    const folder = join(temporaryFolder("import"), "bank");
    cpSync(bank({individuals: 60, companies: 6, months: 3, seed: 5}), folder, {recursive: true});
    const statement = statementText(
      ...Array.from({length: 60}, (_, at) => {
        const day = `2025-0${5 + Math.floor(at / 25)}-${String((at % 25) + 1).padStart(2, "0")}`;
        const rows = [
          `${day} | Lidl | Card payment | | -${20 + at}.10`,
          `${day} | Muster AG | Salary | | ${900 + at}.00`,
          `${day} | Somebody | ${at} | | -${300 + at}.00`,
          `${day} | Tax Office | VAT return | | -${200 + at}.00`,
          `${day} | Broker | Securities purchase | | -${60 + at}.00`,
          `${day} | Staff | Payroll | | -${90 + at}.00`,
        ];
        return rows[at % rows.length]!;
      }),
    );
    for (const account of ["ind-000003-chk", "com-00002-chk", "ind-000003-sav"]) {
      const [found] = counts(await importIntoFiles(folder, importRequest(account, [statement])));
      expect(found!.inserted, account).toBeGreaterThan(20);
    }
    expect(await brokenRulesIn(folder)).toEqual({});
  });
});
