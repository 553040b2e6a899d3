import {describe, expect, it} from "vitest";
import type {StatementTrade} from "../../../src/lib/statements/statement.js";
import {positionsFinding, quantityText} from "../../../src/people/statement/positionFigures.js";
import {positionsOf} from "../../../src/people/statement/positions.js";
import {analysed, file} from "../../support/ownFiles.js";

const trade = (
  date: string,
  side: "buy" | "sell",
  quantity: string,
  price: string,
  fee = "",
): StatementTrade => ({date, symbol: "ABC", side, quantity, price, fee, currency: "USD", line: 2});
const of = (...trades: StatementTrade[]) => positionsOf([{trades, movements: []}]);

describe("positionsOf(statements)", () => {
  it("keeps the average cost of what is left, and the gain of what was sold, fees counted", () => {
    const rows = of(
      trade("2025-01-02", "buy", "10", "10", "2"),
      trade("2025-02-03", "buy", "10", "20", "2"),
      trade("2025-03-04", "sell", "5", "30", "1"),
    );
    expect(rows).toMatchObject([
      {quantity: 15, average_cost: 15.2, cost: 228, realized_gain: 73, fees: 5, trade_count: 3},
    ]);
    expect(positionsFinding(rows)).toBe("You hold 1 security; sales made +73.00 USD");
  });

  it("reads a list that runs backwards", () => {
    const rows = of(trade("2025-03-04", "sell", "5", "30"), trade("2025-01-02", "buy", "10", "10"));
    expect(rows).toMatchObject([{quantity: 5, realized_gain: 100}]);
  });

  it("says of what was sold before it was bought that its cost is unknown", () => {
    const [row] = of(trade("2025-01-02", "sell", "10", "10"));
    expect(row).toMatchObject({quantity: null, realized_gain: null});
    expect(row!.lacks).toMatch(/more was sold than the files show/);
  });

  it("says of a trade without a price which line it is", () => {
    expect(of(trade("2025-01-02", "buy", "10", ""))[0]!.lacks).toBe("line 2 has no price");
  });

  it("counts a trade that two files hold once, and two equal ones of one file twice", () => {
    const twice = [trade("2025-01-02", "buy", "1", "10"), trade("2025-01-02", "buy", "1", "10")];
    const rows = positionsOf([
      {trades: twice, movements: []},
      {trades: twice, movements: []},
    ]);
    expect(rows).toMatchObject([{quantity: 2, trade_count: 2}]);
  });
});

describe("a broker's file", () => {
  it("is an account of a broker, with positions", async () => {
    const {positions, files} = await analysed([
      file("depot.csv", [
        "Date,Type,Symbol,Quantity,Price,Fee,Currency",
        "2025-01-02,buy,ASML,2,600.00,1.00,EUR",
        "2025-02-03,sell,ASML,1,700.00,1.00,EUR",
      ]),
    ]);
    expect(files[0]).toMatchObject({trade_count: 2, currencies: ["EUR"]});
    expect(positions).toMatchObject([{symbol: "ASML", quantity: 1, realized_gain: 98.5}]);
  });
});

describe("quantityText(quantity)", () => {
  it("drops zeros behind the point only", () => {
    expect([10, 1200, 0.5, 12.000001, 0].map(quantityText)).toEqual([
      "10",
      "1,200",
      "0.5",
      "12.000001",
      "0",
    ]);
  });
});
