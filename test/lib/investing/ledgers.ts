import fc from "fast-check";
import {parseDay} from "../../../src/lib/day.js";
import {mulDiv, roundedQuotient} from "../../../src/lib/investing/exact.js";
import {createMarket, type Market} from "../../../src/lib/investing/market.js";
import type {Split, Trade} from "../../../src/lib/investing/trade.js";

/** A random but possible history, with the quantities that it must end in, counted on its own. */
export interface Ledger {
  readonly trades: readonly Trade[];
  readonly splits: readonly Split[];
  readonly market: Market;
  readonly firstDay: number;
  readonly lastDay: number;
  /** By `account symbol`, millionths of a share at the end. */
  readonly heldE6: ReadonlyMap<string, number>;
}

export interface LedgerOptions {
  /** Whole shares, prices in whole cents, no fees, no splits: no amount needs rounding. */
  readonly isRound?: boolean;
}

const currencies: Readonly<Record<string, string>> = {X: "EUR", U: "USD", G: "GBP"};
const symbols = Object.keys(currencies);
const accounts = ["A", "B"];
const firstDay = parseDay("2025-05-01");

const anyStep = fc.record({
  days: fc.integer({min: 0, max: 4}),
  account: fc.constantFrom(...accounts),
  symbol: fc.constantFrom(...symbols),
  action: fc.constantFrom("buy", "buy", "buy", "sell", "sell", "sell all", "split"),
  quantityE6: fc.oneof(
    fc.integer({min: 1, max: 2_000_000_000}),
    fc.integer({min: 1, max: 50}).map((shares) => shares * 1e6),
    fc.integer({min: 1, max: 20}),
  ),
  part: fc.double({min: 0, max: 1, noNaN: true}),
  feeCents: fc.integer({min: 0, max: 1500}),
  noise: fc.integer({min: -300, max: 300}),
  ratio: fc.constantFrom([1, 2], [1, 4], [2, 3], [3, 1], [10, 1], [7, 3]),
});

type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Histories of up to forty steps over two accounts and three symbols in three currencies. */
export function anyLedger({isRound = false}: LedgerOptions = {}): fc.Arbitrary<Ledger> {
  return fc
    .tuple(fc.array(anyStep, {minLength: 1, maxLength: 40}), fc.integer({min: 1, max: 1e9}))
    .map(([steps, seed]) => ledgerOf(steps, seed, isRound));
}

function ledgerOf(steps: readonly Step[], seed: number, isRound: boolean): Ledger {
  const trades: Trade[] = [];
  const splits: Split[] = [];
  const held = new Map<string, number>();
  const quote = quoter(seed);
  let day = firstDay;
  for (const step of steps) {
    const key = `${step.account} ${step.symbol}`;
    day += step.days;
    if (step.action === "split") {
      if (isRound) continue;
      day += 1;
      const [sharesBefore, sharesAfter] = step.ratio as [number, number];
      splits.push({symbol: step.symbol, day, sharesBefore, sharesAfter});
      for (const [position, quantityE6] of held) {
        if (!position.endsWith(` ${step.symbol}`)) continue;
        const product = BigInt(quantityE6) * BigInt(sharesAfter);
        held.set(position, Number(roundedQuotient(product, BigInt(sharesBefore))));
      }
      continue;
    }
    const before = held.get(key) ?? 0;
    const side = step.action === "buy" ? "buy" : "sell";
    const quantityE6 = quantityOf(step, before, isRound);
    if (quantityE6 === 0 || (side === "buy" && before > 1e12)) continue;
    held.set(key, before + (side === "buy" ? quantityE6 : -quantityE6));
    const {closeE4, rateE6} = quote(step.symbol, day);
    const priceE4 = isRound ? Math.ceil(closeE4 / 100) * 100 : closeE4 + step.noise;
    trades.push({
      tradeId: trades.length + 1,
      accountId: step.account,
      symbol: step.symbol,
      side,
      day,
      quantityE6,
      price: priceE4 / 1e4,
      rateE6: isRound ? 1e6 : rateE6,
      grossCents: mulDiv(quantityE6, priceE4 * (isRound ? 1e6 : rateE6), 1e14),
      localCents: mulDiv(quantityE6, priceE4, 1e8),
      feeCents: isRound ? 0 : step.feeCents,
    });
  }
  return {trades, splits, market: marketFrom(quote, day), firstDay, lastDay: day, heldE6: held};
}

function quantityOf(step: Step, heldE6: number, isRound: boolean): number {
  const whole = (e6: number) => (isRound ? Math.ceil(e6 / 1e6) * 1e6 : e6);
  if (step.action === "buy") return whole(step.quantityE6);
  if (step.action === "sell all") return heldE6;
  return Math.min(heldE6, whole(Math.ceil(heldE6 * step.part)));
}

interface Quote {
  readonly closeE4: number;
  readonly rateE6: number;
}

/** Closes between 1 and 500 and rates between 0.5 and 1.5, the same for the same seed. */
function quoter(seed: number) {
  const noise = (text: string, day: number) => {
    let hash = seed ^ (day * 2654435761);
    for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x5bd1e995);
    hash ^= hash >>> 15;
    return (hash >>> 0) / 2 ** 32;
  };
  return (symbol: string, day: number): Quote => ({
    closeE4: 10_000 + Math.floor(noise(symbol, day) * 4_990_000),
    rateE6: symbol === "X" ? 1e6 : 500_000 + Math.floor(noise(currencies[symbol]!, day) * 1e6),
  });
}

function marketFrom(quote: (symbol: string, day: number) => Quote, lastDay: number): Market {
  const days = Array.from({length: lastDay - firstDay + 1}, (_, i) => firstDay + i);
  return createMarket({
    instruments: symbols.map((symbol) => ({symbol, currency: currencies[symbol]!, sector: "any"})),
    prices: symbols.flatMap((symbol) =>
      days.map((day) => ({symbol, day, closeE4: quote(symbol, day).closeE4})),
    ),
    rates: symbols.flatMap((symbol) =>
      days.map((day) => ({currency: currencies[symbol]!, day, rateE6: quote(symbol, day).rateE6})),
    ),
    splits: [],
  });
}

/** The ledger with everything that is left sold on its last day, at its last price, without fees. */
export function soldOut(ledger: Ledger): Trade[] {
  const last = ledger.trades.length;
  const sales = [...ledger.heldE6]
    .filter(([, quantityE6]) => quantityE6 > 0)
    .map(([key, quantityE6], i): Trade => {
      const [accountId, symbol] = key.split(" ") as [string, string];
      const index = ledger.lastDay - ledger.market.firstDay;
      const {closeE4, rateE6} = ledger.market.quotes.get(symbol)!;
      return {
        tradeId: last + i + 1,
        accountId,
        symbol,
        side: "sell",
        day: ledger.lastDay,
        quantityE6,
        price: closeE4[index]! / 1e4,
        rateE6: rateE6[index]!,
        grossCents: mulDiv(quantityE6, closeE4[index]! * rateE6[index]!, 1e14),
        localCents: mulDiv(quantityE6, closeE4[index]!, 1e8),
        feeCents: 0,
      };
    });
  return [...ledger.trades, ...sales];
}
