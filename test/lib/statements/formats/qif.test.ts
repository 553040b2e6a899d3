import {describe, expect, it} from "vitest";
import {DateOrderError} from "../../../../src/lib/statements/dateOrder.js";
import {readStatement} from "../../../../src/lib/statements/readStatement.js";
import {drawnStatement} from "../../../support/formats/drawnStatement.js";
import {qifWritten} from "../../../support/formats/qifWriter.js";

const read = (text: string, options = {}) => readStatement(new TextEncoder().encode(text), options);
const one = (lines: string, type = "Bank") => read(`!Type:${type}\n${lines}\n^\n`);

describe("readQif(text)", () => {
  it("reads exactly what was written, whatever the order of dates and the mark before cents", () => {
    for (let seed = 0; seed < 300; seed++) {
      const statement = drawnStatement(seed);
      const {text, dates} = qifWritten(statement, seed);
      const got = read(text, {dates});
      expect(got.problems, `seed ${seed}`).toEqual([]);
      expect(got.doubts, `seed ${seed}`).toEqual([]);
      expect(
        got.rows.map(({date, amount, counterparty, description, category}) =>
          [date, amount, counterparty, description, category].join("|"),
        ),
        `seed ${seed}`,
      ).toEqual(
        statement.rows.map(({date, amount, counterparty, description}) =>
          [date, amount, counterparty, description, "Food"].join("|"),
        ),
      );
    }
  });

  it("asks for the order of dates where nothing settles it", () => {
    const text = "!Type:Bank\nD1/2'24\nT-1.00\n^\nD3/4'24\nT-2.00\n^\n";
    expect(() => read(text)).toThrow(DateOrderError);
    expect(() => read(text)).toThrow("2024-02-01 (dmy) or 2024-01-02 (mdy)");
    expect(read(text, {dates: "mdy"}).rows[1]!.date).toBe("2024-03-04");
  });

  it.each([
    ["D12/31'99", "2099-12-31"],
    ["D12/31/99", "1999-12-31"],
    ["D31.1.2024", "2024-01-31"],
    ["D1/31' 5", "2005-01-31"],
    ["D2024-01-31", "2024-01-31"],
  ])("reads the day %s", (day, date) => {
    expect(one(`${day}\nT1.00`).rows[0]!.date).toBe(date);
  });

  it("takes an account in brackets as the other account and not as a category", () => {
    expect(one("D31/1/2024\nT-5\nL[Savings]").rows[0]).toMatchObject({
      counterpartyAccount: "Savings",
      category: "",
    });
  });

  it("reads an action with X as that without", () => {
    const {trades, rows} = one("D31/1/2024\nNBuyX\nYFund\nQ2\nI3.5\nT7.00", "Invst");
    expect(trades).toMatchObject([{side: "buy", symbol: "Fund", quantity: "2", price: "3.5"}]);
    expect(rows[0]!.amount).toBe("-7.00");
  });

  it("refuses lists of categories in one line", () => {
    expect(() => read("!Type:Cat\nNFood\nE\n^\n")).toThrow(
      "no statement: QIF without the bookings of an account",
    );
  });
});
