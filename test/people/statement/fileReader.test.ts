import {describe, expect, it} from "vitest";
import {FileReader} from "../../../src/people/statement/fileReader.js";
import type {Offer} from "../../../src/people/statement/offer.js";
import {noSettings} from "../../../src/people/statement/settings.js";
import {analysed, checking, file} from "../../support/ownFiles.js";

const months = ["2025-01", "2025-02", "2025-03", "2025-04"];

describe("FileReader.answer(analysis)", () => {
  it("tells of each file what was recognised, and of a second one only what it adds", async () => {
    const {files, rows} = await analysed([
      file("a.csv", checking(months.slice(0, 3))),
      file("b.csv", checking(months.slice(2), {opening: 3119})),
    ]);
    expect(files).toMatchObject([
      {kind: "statement", row_count: 12, added_count: 12, first: "2025-01-01", last: "2025-03-28"},
      {kind: "statement", row_count: 8, added_count: 4, currencies: ["EUR"], encoding: "utf-8"},
    ]);
    expect(files[0]!.accounts).toEqual([{account: "DE02120300000000202051", kind: "checking"}]);
    expect(rows).toHaveLength(16);
  });

  it("asks for the order of dates, and reads on once it is told", async () => {
    const open = file("us.csv", [
      "Date,Payee,Amount",
      "03/04/2025,Bakery,-3.20",
      "05/04/2025,Shop,-9",
    ]);
    const asked = await analysed([open]);
    expect(asked.files[0]).toMatchObject({
      kind: "question",
      question: {
        value: "03/04/2025",
        days: [
          {order: "dmy", day: "2025-04-03"},
          {order: "mdy", day: "2025-03-04"},
        ],
      },
    });
    const told = await analysed([open], {orders: {"us.csv": "mdy"}});
    expect(told.rows.map(({date}) => date)).toEqual(["2025-03-04", "2025-05-04"]);
  });

  it("takes a picture for an error, a rules file for rules, and neither for payments", async () => {
    const {files, rows} = await analysed([
      {id: "p", name: "p.csv", content: new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)])},
      file("mine.txt", ["# mine", "if payee contains Kiosk then category groceries"]),
      file("bad.txt", ["if payee holds Kiosk then category groceries"]),
    ]);
    expect(files[0]).toMatchObject({kind: "error", error: expect.stringContaining("a picture")});
    expect(files[1]).toMatchObject({kind: "rules", rule_count: 1});
    expect(files[2]).toMatchObject({
      kind: "error",
      error: expect.stringMatching(/^line 1 of bad\.txt|bad\.txt/),
    });
    expect(rows).toEqual([]);
  });

  it("counts income, spending and savings of whole months, by the kinds of accounts", async () => {
    const {months: told, accounts} = await analysed([file("a.csv", checking(months))]);
    expect(told).toHaveLength(4);
    expect(told[0]).toMatchObject({
      income_eur: 2000,
      fixed_eur: 700,
      unknown_out_eur: 40.5,
      spending_eur: 740.5,
      left_eur: 1259.5,
    });
    expect(accounts).toMatchObject([{kind: "checking", balance: 5238, balance_eur: 5238}]);
    const savings = await analysed([file("a.csv", checking(months))], {
      kinds: {DE02120300000000202051: "savings"},
    });
    expect(savings.months).toEqual([]);
  });

  it("leaves foreign money out of the figures until a rate is given", async () => {
    const lines = [
      "Date,Payee,Amount,Currency",
      "2025-01-01,Acme,-100.00,SEK",
      "2025-01-31,Acme,-50.00,SEK",
    ];
    const without = await analysed([file("s.csv", lines)]);
    expect(without.rateless).toEqual([{currency: "SEK", count: 2}]);
    expect(without.rows[0]!.amount_eur).toBeNull();
    const {
      rows,
      rateless,
      months: told,
    } = await analysed([file("s.csv", lines)], {rates: {SEK: 10}});
    expect(rateless).toEqual([]);
    expect(rows.map(({amount_eur}) => amount_eur)).toEqual([-10, -5]);
    expect(told[0]!.spending_eur).toBe(15);
  });

  it("finds contracts, and the days ahead where a balance is stated", async () => {
    const {contracts, ahead} = await analysed([file("a.csv", checking(months))]);
    expect(contracts.map(({party}) => party)).toEqual(
      expect.arrayContaining(["Acme", "Hausverwaltung Lot", "Kiosk Blau"]),
    );
    expect(contracts.find(({party}) => party === "Kiosk Blau")!.is_known).toBe(false);
    expect(ahead?.account).toMatchObject({balance: 5238, limit: 0});
    const bare = checking(months).map((line) => line.replace(/;[^;]*$/, ""));
    expect((await analysed([file("a.csv", bare)])).ahead).toBeUndefined();
  });

  it("pairs a transfer between the files of two accounts", async () => {
    const savings = [
      "Date,Account number,Payee,Description,Amount,Balance",
      ...months.map(
        (month, at) => `${month}-28,ACC-0001,Ada Moor,Savings,200.00,${200 * at + 900}.00`,
      ),
    ];
    const {rows} = await analysed([file("a.csv", checking(months)), file("savings.csv", savings)]);
    const out = rows.filter(({amount}) => amount === -200);
    expect(out.map(({by, category, tied}) => ({by, category, tied}))).toEqual(
      months.map((month) => ({by: "transfer", category: "saving", tied: `${month}-28, ACC-0001`})),
    );
  });
});

describe("FileReader.answer(offer)", () => {
  it("offers a rule for a correction, shows what else it changes, and does so once it is applied", async () => {
    const files = [file("a.csv", checking(months))];
    const {rows} = await analysed(files);
    const kiosks = rows.filter(({payee}) => payee === "Kiosk Blau");
    expect(kiosks.map(({category}) => category)).toEqual([null, null, null, null]);
    const question = {
      files,
      settings: noSettings,
      id: kiosks[0]!.id,
      category: "recreation",
    } as const;
    const offer = (await new FileReader().answer({ask: "offer", ...question})) as Offer;
    expect(offer.rule).toBe(
      'if payee contains "kiosk blau" and money out then category recreation',
    );
    expect(offer.changes.map(({date, before, after}) => [date, before, after])).toEqual(
      kiosks.slice(1).map(({date}) => [date, null, "recreation"]),
    );
    const after = await analysed(files, {rules: offer.rules});
    const changed = after.rows.filter(({payee}) => payee === "Kiosk Blau");
    expect(changed.map(({category, by}) => [category, by])).toEqual(
      Array(4).fill(["recreation", "rule"]),
    );
    expect(changed[0]!.why).toContain("line 1 of your rules");
  });
});
