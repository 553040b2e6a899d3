import {describe, expect, it} from "vitest";
import {formatDay} from "../../../src/lib/day.js";
import {averageCostE6, holdings} from "../../../src/lib/investing/holdings.js";
import {type Trade, tradeFromRow} from "../../../src/lib/investing/trade.js";
import {heldOn, maybeRowOn, trails} from "../../../src/lib/investing/trail.js";
import {casesIn} from "./ledgerTable.js";

/** The trades and splits of a table without expectations. */
const ledger = (lines: string) => casesIn(`# both: a ledger\n${lines.trim()}`)[0]!;

describe("trails(trades, splits) refuses what cannot be, and names the trade", () => {
  const refused = (lines: string) => {
    const {trades, splits} = ledger(lines);
    return () => trails(trades, splits);
  };

  it("more sold than is held", () => {
    expect(refused("buy 1 @ 10\nsell 1.000001 @ 10")).toThrow(
      'trade 2: invalid quantity: "1.000001" (A holds 1 X on 2025-05-03)',
    );
  });

  it("sold before it was bought, also on one day", () => {
    expect(refused("sell 1 @ 10\n& buy 1 @ 10")).toThrow("trade 1: invalid quantity");
  });

  it("sold in old shares after a reverse split", () => {
    expect(refused("buy 10 @ 10\nsplit 10:1\n& sell 10 @ 10")).toThrow(
      'trade 3: invalid quantity: "10" (A holds 1 X on 2025-05-03)',
    );
  });

  it("a quantity that is negative or zero", () => {
    expect(refused("buy -1 @ 10")).toThrow('trade 1: invalid quantity: "-1" (must be positive)');
    expect(refused("buy 0 @ 10")).toThrow('trade 1: invalid quantity: "0" (must be positive)');
  });

  it("a negative price or fee", () => {
    expect(refused("buy 1 @ -10")).toThrow('trade 1: invalid gross_eur: "-10"');
    expect(refused("buy 1 @ 10 fee -1")).toThrow('trade 1: invalid fee_eur: "-1"');
  });

  it("no exchange rate, with the day", () => {
    expect(refused("buy 1 @ 10 usd 0")).toThrow("trade 1");
    expect(refused("buy 1 @ 10 usd 0")).toThrow("no exchange rate on 2025-05-02");
  });

  it("a symbol that is not known", () => {
    const {trades} = ledger("buy 1 @ 10");
    expect(() => trails(trades, [], {symbols: new Set(["Y"])})).toThrow(
      'trade 1: invalid symbol: "X" (unknown symbol)',
    );
  });

  it("amounts too large to be exact", () => {
    const {trades} = ledger("buy 9000000000 @ 1\nbuy 9000000000 @ 1");
    expect(() => trails(trades, [])).toThrow("amount out of range");
  });
});

describe("trails(trades, splits)", () => {
  it("orders positions by account and symbol, and trades by day", () => {
    const {trades} = ledger("buy 1 @ 10\nbuy 2 @ 10\nbuy 3 @ 10");
    const [first, second, third] = trades as [Trade, Trade, Trade];
    const shuffled = [third, {...second, accountId: "B"}, {...first, symbol: "W"}, first];
    const found = trails(shuffled, []).map(({accountId, symbol, rows}) => [
      accountId,
      symbol,
      ...rows.map((row) => row.trade?.tradeId),
    ]);
    expect(found).toEqual([
      ["A", "W", 1],
      ["A", "X", 1, 3],
      ["B", "X", 2],
    ]);
  });

  it("has no row for a split of what is not held", () => {
    const {trades, splits} = ledger("split 1:2\nbuy 1 @ 10\nsell 1 @ 10\nsplit 1:2");
    expect(trails(trades, splits)[0]!.rows.map((row) => row.kind)).toEqual(["buy", "sell"]);
  });

  it("takes splits by day, whatever their order in the list", () => {
    const {trades, splits} = ledger("buy 3 @ 10\nsplit 1:2\nsell 6 @ 10\nsplit 1:2\nbuy 1 @ 10");
    expect(trails(trades, splits.toReversed())[0]!.rows.map((row) => row.kind)).toEqual([
      "buy",
      "split",
      "sell",
      "buy",
    ]);
  });

  it("applies a split only to its own symbol, and in all accounts", () => {
    const {trades, splits} = ledger("buy 1 @ 10\nsplit 1:2");
    const everyone = [...trades, {...trades[0]!, accountId: "B"}, {...trades[0]!, symbol: "Y"}];
    expect(holdings(trails(everyone, splits)).map(({quantityE6}) => quantityE6)).toEqual([
      2e6, 1e6, 2e6,
    ]);
  });

  it("keeps cash, fee and running quantity of each row", () => {
    const {trades, splits} = ledger("buy 10 @ 10 fee 1\nsplit 1:2\nsell 5 @ 6 fee 2");
    const rows = trails(trades, splits)[0]!.rows;
    expect(rows.map(({cashCents}) => cashCents)).toEqual([-101_00, 0, 28_00]);
    expect(rows.map(({feeCents}) => feeCents)).toEqual([1_00, 0, 2_00]);
    expect(rows.map(({quantityE6}) => quantityE6)).toEqual([10e6, 10e6, -5e6]);
    expect(rows.map(({heldE6}) => heldE6)).toEqual([10e6, 20e6, 15e6]);
  });

  it("is empty for no trades", () => {
    expect(trails([], [{symbol: "X", day: 1, sharesBefore: 1, sharesAfter: 2}])).toEqual([]);
  });
});

describe("maybeRowOn(trail, day) and heldOn(trail, day)", () => {
  const {trades, splits} = ledger("buy 10 @ 10\nsplit 1:2\nsell 20 @ 6");
  const [trail] = trails(trades, splits) as [ReturnType<typeof trails>[number]];
  const first = trades[0]!.day;

  it("answer with the last row by the close of the day", () => {
    expect(heldOn(trail, first - 1)).toBe(0);
    expect(heldOn(trail, first)).toBe(10e6);
    expect(heldOn(trail, first + 1)).toBe(20e6);
    expect(heldOn(trail, first + 99)).toBe(0);
    expect(maybeRowOn(trail, first - 1)).toBeUndefined();
    expect(maybeRowOn(trail, first + 1)?.kind).toBe("split");
  });
});

describe("holdings(trails, on)", () => {
  const {trades} = ledger("buy 10 @ 10 fee 1\nsell 10 @ 12 fee 2\nbuy 3 @ 10");
  const all = trails(trades, []);

  it("lists a position that is sold out, with its realized gain", () => {
    const [holding] = holdings(all, trades[1]!.day);
    expect(holding).toMatchObject({quantityE6: 0, basis: {costCents: 0}, feeCents: 3_00});
    expect(holding!.realized.gainCents).toBe(17_00);
  });

  it("adds up realized gains over the times it was held", () => {
    expect(holdings(all)[0]).toMatchObject({quantityE6: 3e6, realized: {gainCents: 17_00}});
  });

  it("leaves out what was first bought later", () => {
    expect(holdings(all, trades[0]!.day - 1)).toEqual([]);
  });
});

describe("averageCostE6(quantityE6, basis)", () => {
  it("is the cost of one share in millionths of a euro, null of nothing", () => {
    const basis = {costCents: 10_00, paidCents: 10_00, paidLocalCents: 10_00};
    expect(averageCostE6(3e6, basis)).toBe(3_333_333);
    expect(averageCostE6(0, {...basis, costCents: 0})).toBeNull();
  });
});

describe("tradeFromRow(row)", () => {
  const row = {
    trade_id: 7,
    account_id: "ind-000001-brk",
    symbol: "AAPL",
    side: "buy",
    quantity: "1.234567",
    price: 201.5,
    fx_rate: "0.912345",
    gross_eur: "226.95",
    fee_eur: 1.9,
    executed_at: "2025-05-02 14:01:02",
  };

  it("reads a row of the snapshot without loss", () => {
    const trade = tradeFromRow(row);
    expect(trade).toMatchObject({
      tradeId: 7,
      quantityE6: 1_234_567,
      price: 201.5,
      rateE6: 912_345,
      grossCents: 226_95,
      localCents: 248_77,
      feeCents: 1_90,
    });
    expect(formatDay(trade.day)).toBe("2025-05-02");
  });

  it("names trade, column and day where a price or rate is missing", () => {
    expect(() => tradeFromRow({...row, price: null})).toThrow(
      'trade 7: invalid price: "" (missing on 2025-05-02)',
    );
    expect(() => tradeFromRow({...row, fx_rate: ""})).toThrow("missing on 2025-05-02");
  });

  it("refuses a value that is not what its column holds", () => {
    expect(() => tradeFromRow({...row, quantity: "1.2345678"})).toThrow(
      "trade 7: invalid quantity",
    );
    expect(() => tradeFromRow({...row, side: "short"})).toThrow(
      'trade 7: invalid side: "short" (use buy or sell)',
    );
  });
});
