import {parseDay} from "../../src/lib/day.js";
import {bridge} from "../../src/lib/investing/bridge.js";
import {holdings, valued} from "../../src/lib/investing/holdings.js";
import {createMarket} from "../../src/lib/investing/market.js";
import {portfolio} from "../../src/lib/investing/portfolio.js";
import {timeWeightedReturn} from "../../src/lib/investing/timeWeightedReturn.js";
import type {Trade} from "../../src/lib/investing/trade.js";
import {trails} from "../../src/lib/investing/trail.js";
import {between, chance, pick, stream} from "../../src/lib/stream.js";

const firstDay = parseDay("2025-05-01");
const dayCount = 540;
const days = Array.from({length: dayCount}, (_, i) => firstDay + i);
const symbols = ["AAPL", "ASML", "MSFT", "NVDA", "TSLA", "VWRL"];
const closeE4 = 100e4;
const accountCount = 500;
const rounds = 5;

/**
 * How long the engine takes for the holdings, gains and daily values of 500 accounts, and what twice the trades
 * cost: times depend on the machine, their ratio does not. The best of five rounds is taken, because whatever else
 * the machine does can only slow a round down. Comes back with lines for a person.
 */
export function benchInvesting(): string[] {
  const market = createMarket({
    instruments: symbols.map((symbol) => ({symbol, currency: "EUR", sector: "any"})),
    prices: symbols.flatMap((symbol) => days.map((day) => ({symbol, day, closeE4}))),
    rates: [],
    splits: [],
  });
  const period = {from: market.firstDay, to: firstDay + dayCount - 1};
  const secondsFor = (trades: readonly (readonly Trade[])[]): number => {
    const start = performance.now();
    for (const own of trades.map((list) => trails(list, []))) {
      for (const holding of holdings(own)) valued(holding, market, period.to);
      const columns = portfolio({trails: own}, market, period);
      bridge(columns);
      timeWeightedReturn(columns);
    }
    return (performance.now() - start) / 1000;
  };
  const [few, many] = [60, 120].map(accountTrades);
  const times = Array.from({length: rounds}, () => [secondsFor(few!), secondsFor(many!)] as const);
  const [short, long] = [
    Math.min(...times.map(([time]) => time)),
    Math.min(...times.map(([, time]) => time)),
  ];
  return [
    `engine: ${accountCount * 60} trades of ${accountCount} accounts, ${dayCount} days each: ${short.toFixed(2)} s (aim: at most 3)`,
    `twice the trades: ${long.toFixed(2)} s, ${(long / short).toFixed(1)} times as long (aim: at most 2)`,
  ];
}

/** For each account so many purchases and sales in order, at one price. */
function accountTrades(tradesEach: number): Trade[][] {
  return Array.from({length: accountCount}, (_, account) => {
    const accountId = `account-${account}`;
    const draw = stream(7, accountId);
    const held = new Map<string, number>();
    return Array.from({length: tradesEach}, (_, tradeId): Trade => {
      const symbol = pick(draw, symbols);
      const whole = held.get(symbol) ?? 0;
      const isSale = whole > 0 && chance(draw, 0.4);
      const shares = isSale ? between(draw, 1, whole) : between(draw, 1, 20);
      held.set(symbol, whole + (isSale ? -shares : shares));
      const grossCents = (shares * closeE4) / 100;
      return {
        tradeId,
        accountId,
        symbol,
        side: isSale ? "sell" : "buy",
        day: firstDay + Math.floor((tradeId * dayCount) / tradesEach),
        quantityE6: shares * 1e6,
        price: closeE4 / 1e4,
        rateE6: 1e6,
        grossCents,
        localCents: grossCents,
        feeCents: 100,
      };
    });
  });
}
