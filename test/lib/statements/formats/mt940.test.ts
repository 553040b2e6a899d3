import {describe, expect, it} from "vitest";
import {readStatement} from "../../../../src/lib/statements/readStatement.js";
import {drawnStatement, statedCents, writtenRow} from "../../../support/formats/drawnStatement.js";
import {mt940Written} from "../../../support/formats/mt940Writer.js";

const read = (text: string) => readStatement(new TextEncoder().encode(text));
const head = ":20:X\n:25:DE02120300000000202051\n:28C:1\n:60F:C240101EUR100,00\n";
const one = (line: string, told: string) => read(`${head}:61:${line}\n:86:${told}\n`).rows[0]!;

describe("readMt940(text)", () => {
  it("reads exactly what was written, whatever the envelope, marks and way to tell the purpose", () => {
    for (let seed = 0; seed < 300; seed++) {
      const statement = drawnStatement(seed);
      const {text, rows} = mt940Written(statement, seed);
      const got = read(text);
      expect(got.problems, `seed ${seed}`).toEqual([]);
      expect(got.rows.map(writtenRow), `seed ${seed}`).toEqual(rows);
      expect(got.recognised.balanceCount, `seed ${seed}`).toMatchObject({held: 1, all: 1});
      expect(statedCents(got), `seed ${seed}`).toEqual([
        ["opening", statement.openingCents],
        ["closing", statement.closingCents],
      ]);
    }
  });

  it.each([
    ["2401021231D1,NMSC", "2023-12-31", "-1.00"],
    ["2312310102C1,5NMSC", "2024-01-02", "1.50"],
    ["240102RC2,00NMSC", "2024-01-02", "-2.00"],
    ["240102RD2,00NMSC", "2024-01-02", "2.00"],
    ["2401020102CR1234,56NTRF", "2024-01-02", "1234.56"],
    ["2402290229D0,99NTRF", "2024-02-29", "-0.99"],
  ])("reads the line %s", (line, date, amount) => {
    expect(one(line, "x")).toMatchObject({date, amount});
  });

  it.each([
    ["2302300228D1,00NMSC", "2023-02-28", "2023-02-28"],
    ["2302290301D1,00NMSC", "2023-03-01", "2023-02-28"],
    ["2402300229D1,00NMSC", "2024-02-29", "2024-02-29"],
    ["2402290301D1,00NMSC", "2024-03-01", "2024-02-29"],
    ["2302300230D1,00NMSC", "2023-02-28", "2023-02-28"],
    ["230230D1,00NMSC", "2023-02-28", "2023-02-28"],
    ["230229C1,00NMSC", "2023-02-28", "2023-02-28"],
  ])("reads the line %s of a bank whose months have 30 days", (line, date, valueDate) => {
    expect(one(line, "x")).toMatchObject({date, valueDate});
  });

  it.each(["2302310228", "230200", "2304310502", "2313300101"])(
    "takes the value day of %s for no day",
    (days) => {
      const {rows, problems} = read(`${head}:61:${days}D1,00NMSC\n:61:240102D1,00NMSC\n`);
      expect(rows).toHaveLength(1);
      expect(problems).toMatchObject([{line: 5, column: ":61:", reason: "no booking"}]);
    },
  );

  it.each([
    ["free text", "free text", ""],
    ["166?00TRANSFER?20Rent?32Ann", "Rent", "Ann"],
    ["166?00TRANSFER?32Ann", "TRANSFER", "Ann"],
    ["166?20SVWZ+Rent May?21ABWA+Bea", "Rent May", "Bea"],
    ["/TRTP/SEPA/NAME/Ann B/REMI/Rent/May/EREF/1", "Rent/May", "Ann B"],
    ["EREF+1 SVWZ+Rent ABWA+Bea", "Rent", "Bea"],
  ])("reads the text %s", (told, description, counterparty) => {
    expect(one("240102D1,00NMSC", told)).toMatchObject({description, counterparty});
  });

  it("says that a file without the last balance may be cut", () => {
    expect(read(`${head}:61:240102D1,00NMSC\n:86:Te`).doubts).toEqual([
      "the last statement has no closing balance (is the file whole?)",
    ]);
  });

  it("refuses one without bookings and balances in one line", () => {
    expect(() => read(":20:X\n:25:1\n:86:")).toThrow("no statement: MT940 without a booking");
  });
});
