import {beforeAll, describe, expect, it} from "vitest";
import {instrumentOf, instruments} from "../../../scripts/seed/instruments.js";
import {Market, type MarketDay} from "../../../scripts/seed/market.js";
import {payouts} from "../../../scripts/seed/payouts.js";
import {priceModels} from "../../../scripts/seed/priceModels.js";
import {isBusinessDay} from "../../../src/lib/bank/businessDays.js";
import {type ExchangeCode, isExchangeDay, maybeSession} from "../../../src/lib/bank/exchanges.js";
import {civilOf, formatDay, parseDay, parseMonth} from "../../../src/lib/day.js";
import {bank} from "../../support/bank.js";
import {statementOf} from "../../support/statement.js";

const start = parseMonth("2025-05");
const months = 36;

function marketOf(seed: number): {market: Market; days: MarketDay[]} {
  const market = new Market(seed, start, months);
  return {
    market,
    days: Array.from({length: months}, (_, index) => market.daysOf(start + index)).flat(),
  };
}

describe.each([42, 7, 11])("the market of seed %i", (seed) => {
  const {market, days} = marketOf(seed);

  it("has a close on each day of an instrument's exchange, and on no other", () => {
    const wrong = days.flatMap(({day, closeE4}) =>
      instruments.flatMap(({symbol, exchange}, index) =>
        closeE4[index]! > 0 === isExchangeDay(exchange, day) ? [] : [`${symbol} ${formatDay(day)}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("fixes rates of exchange on the days of the euro's payment system", () => {
    for (const {day, hasFixing} of days) expect(hasFixing).toBe(isBusinessDay(day));
  });

  it("pays dividends in the rhythm of each, on days when banks settle, ex on days of trading", () => {
    for (const {instrument, exOn, paidOn, rateE6} of market.dividends) {
      const {exchange, symbol} = instruments[instrument]!;
      expect(isExchangeDay(exchange, exOn)).toBe(true);
      expect(isBusinessDay(paidOn) && isExchangeDay(exchange, paidOn)).toBe(true);
      expect(paidOn).toBeGreaterThan(exOn);
      expect(payouts[symbol]!.months).toContain(civilOf(exOn).month);
      if (paidOn <= days.at(-1)!.day) expect(rateE6).toBeGreaterThan(0);
    }
    for (const [symbol, payout] of Object.entries(payouts)) {
      const paid = market.dividends.filter(
        ({instrument}) => instruments[instrument]!.symbol === symbol,
      );
      expect(paid.length, symbol).toBe((payout.months.length * months) / 12);
    }
  });

  it("holds dividends and raises them, at most once in twelve months, and never cuts one", () => {
    for (const index of instruments.keys()) {
      const amounts = market.dividends.filter(({instrument}) => instrument === index);
      const raises = amounts.flatMap(({amountE4, exOn}, at) => {
        const before = amounts[at - 1]?.amountE4 ?? amountE4;
        expect(amountE4).toBeGreaterThanOrEqual(before);
        expect(amountE4).toBeLessThan(1.35 * before);
        return amountE4 > before ? [exOn] : [];
      });
      for (const [at, on] of raises.slice(1).entries())
        expect(on - raises[at]!).toBeGreaterThan(350);
    }
    const first = (index: number) => market.dividends.find((d) => d.instrument === index);
    const last = (index: number) => market.dividends.findLast((d) => d.instrument === index);
    const growing = [...instruments.keys()].filter(
      (index) => (last(index)?.amountE4 ?? 0) > (first(index)?.amountE4 ?? 0),
    );
    expect(growing.length).toBeGreaterThan(10);
  });

  it("splits one share once, and its price with it", () => {
    expect(market.splits).toMatchObject([
      {instrument: instrumentOf("ADYEN"), before: 1, after: 10},
    ]);
    const [{day, instrument}] = market.splits as [(typeof market.splits)[number]];
    const at = days.findIndex((candidate) => candidate.day === day);
    const close = (place: number) => days[place]!.closeE4[instrument]!;
    const before = days.slice(0, at).findLastIndex(({closeE4}) => closeE4[instrument]! > 0);
    expect(close(before) / close(at)).toBeGreaterThan(10 / 1.4);
    expect(close(before) / close(at)).toBeLessThan(10 * 1.6);
  });

  it("keeps prices near their levels: within a fifth of them to five times as much, after three years", () => {
    for (const [index, {symbol}] of instruments.entries()) {
      const factor = symbol === "ADYEN" ? 10 : 1;
      const last = days.findLast(({closeE4}) => closeE4[index]! > 0)!.closeE4[index]! / 1e4;
      const ratio = (factor * last) / priceModels[symbol].price;
      expect(ratio, symbol).toBeGreaterThan(0.2);
      expect(ratio, symbol).toBeLessThan(5);
    }
  });
});

describe("Market", () => {
  it("gives a month again, and months in order only", () => {
    const market = new Market(1, start, 4);
    expect(market.daysOf(start)).toBe(market.daysOf(start));
    expect(() => market.daysOf(start + 2)).toThrow(/in order/);
  });

  it("has the same prices however many months are planned, but for the split", () => {
    const [short, long] = [new Market(9, start, 4), new Market(9, start, 18)];
    const other = instrumentOf("SAP");
    const closes = (market: Market) =>
      [0, 1, 2].flatMap((index) => market.daysOf(start + index).map((day) => day.closeE4[other]));
    expect(closes(short)).toEqual(closes(long));
  });
});

describe("the trades of a bank", () => {
  // Over two Christmases and both changes of the clocks.
  const folder = bank({individuals: 250, companies: 10, months: 14, seed: 6});
  let rows: (
    table: "trades" | "instruments" | "accounts" | "transactions",
  ) => readonly Readonly<Record<string, string>>[];
  beforeAll(() => {
    rows = statementOf(folder).rows;
  });

  it("happen within the hours of the exchange, half days included", () => {
    const exchangeOf = new Map(
      rows("instruments").map(({symbol, exchange}) => [symbol, exchange as ExchangeCode]),
    );
    const used = new Set<string>();
    for (const {symbol, executed_at} of rows("trades")) {
      const exchange = exchangeOf.get(symbol)!;
      const session = maybeSession(exchange, parseDay(executed_at!.slice(0, 10)));
      const [hour, minute] = executed_at!.slice(11).split(":").map(Number);
      const minutes = 60 * hour! + minute!;
      expect(session, `${symbol} ${executed_at}`).toBeDefined();
      expect(minutes).toBeGreaterThan(session!.opens);
      expect(minutes).toBeLessThan(session!.closes);
      used.add(exchange);
    }
    expect([...used].sort()).toEqual(["XAMS", "XETR", "XNAS"]);
  });

  it("are paid from checking accounts that have the money", () => {
    const checking = new Map(
      rows("accounts")
        .filter(({kind}) => kind === "checking")
        .map(({account_id, opening_balance_eur}) => [account_id!, Number(opening_balance_eur)]),
    );
    let moved = 0;
    for (const {account_id, amount_eur, category} of rows("transactions")) {
      const before = checking.get(account_id!);
      if (before === undefined) continue;
      const after = before + Number(amount_eur);
      checking.set(account_id!, after);
      if (category !== "brokerage_funding" || Number(amount_eur) > 0) continue;
      expect(after).toBeGreaterThan(99.99);
      moved++;
    }
    expect(moved).toBeGreaterThan(100);
  });
});
