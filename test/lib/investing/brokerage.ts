import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {formatDay, lastDayOf, monthOf, parseDay, weekdayOf} from "../../../src/lib/day.js";
import {formatScaled} from "../../../src/lib/investing/decimal.js";
import {mulDiv} from "../../../src/lib/investing/exact.js";
import {formatEur} from "../../../src/lib/money.js";
import {between, chance, pick, type Stream, stream} from "../../../src/lib/stream.js";

const firstDay = parseDay("2025-05-01");
const lastDay = lastDayOf(monthOf(firstDay) + 17);
const instruments = [
  {symbol: "AAPL", currency: "USD", start: 200},
  {symbol: "ASML", currency: "EUR", start: 600},
  {symbol: "MSFT", currency: "USD", start: 400},
  {symbol: "NVDA", currency: "USD", start: 120},
  {symbol: "TSLA", currency: "USD", start: 300},
  {symbol: "VWRL", currency: "EUR", start: 120},
];
/** One split that six decimals hold, one reverse split that they do not, two in a row. */
const splits = [
  {symbol: "NVDA", day: firstDay + 260, before: 1, after: 4},
  {symbol: "TSLA", day: firstDay + 200, before: 7, after: 1},
  {symbol: "ASML", day: firstDay + 300, before: 2, after: 3},
  {symbol: "ASML", day: firstDay + 403, before: 11, after: 1},
];

/**
 * Writes the CSV files of a brokerage to a folder: busier than the bank's, with sales of all sizes, trades on
 * the days of splits, and splits whose fractions need rounding. The same for the same seed.
 */
export function writeBrokerage(
  folder: string,
  {seed, accounts, tradesEach}: {seed: number; accounts: number; tradesEach: number},
): void {
  const write = (table: string, header: string, rows: readonly (readonly unknown[])[]) =>
    writeFileSync(
      join(folder, `${table}.csv`),
      `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`,
    );
  const days = Array.from({length: lastDay - firstDay + 1}, (_, i) => firstDay + i);
  const tradingDays = days.filter((day) => weekdayOf(day) <= 5);
  const {prices, rates} = quotes(stream(seed, "market"), tradingDays);
  write(
    "calendar",
    "day,month,quarter,weekday,is_business_day",
    days.map((day) => {
      const month = `${formatDay(day).slice(0, 7)}-01`;
      return [formatDay(day), month, month, weekdayOf(day), weekdayOf(day) <= 5];
    }),
  );
  write(
    "instruments",
    "symbol,name,kind,currency,sector,exchange",
    instruments.map(({symbol, currency}) => {
      return [symbol, symbol, "share", currency, "any", currency === "USD" ? "XNAS" : "XAMS"];
    }),
  );
  write(
    "prices",
    "symbol,day,close",
    [...prices].map(([key, e4]) => [...key.split(" "), formatScaled(e4, 4)]),
  );
  write(
    "fx_rates",
    "currency,day,rate",
    [...rates].map(([day, e6]) => ["USD", day, formatScaled(e6, 6)]),
  );
  write(
    "splits",
    "symbol,day,shares_before,shares_after",
    splits.map(({symbol, day, before, after}) => [symbol, formatDay(day), before, after]),
  );
  write("dividends", "symbol,ex_on,paid_on,amount", []);
  const trades = Array.from({length: accounts}, (_, account) => {
    const name = `ind-${String(account).padStart(6, "0")}-brk`;
    return tradesOf(stream(seed, name), name, {tradingDays, prices, rates, tradesEach});
  }).flat();
  trades.sort((a, b) => a.day - b.day);
  write(
    "trades",
    "trade_id,account_id,symbol,side,quantity,price,fx_rate,gross_eur,fee_eur,executed_at,transaction_id",
    trades.map(({day, columns}, i) => [i + 1, ...columns, `${formatDay(day)} 14:30:00`, i + 1]),
  );
}

interface Quotes {
  /** Ten-thousandths, by symbol and date. */
  readonly prices: ReadonlyMap<string, number>;
  /** Millionths of a euro per dollar, by date. */
  readonly rates: ReadonlyMap<string, number>;
}

function quotes(draw: Stream, tradingDays: readonly number[]): Quotes {
  const prices = new Map<string, number>();
  const rates = new Map<string, number>();
  const closes = instruments.map(({start}) => start * 1e4);
  let rate = 900_000;
  for (const day of tradingDays) {
    rate += between(draw, -4000, 4000);
    rates.set(formatDay(day), rate);
    instruments.forEach(({symbol}, i) => {
      for (const split of splits) {
        if (split.symbol === symbol && split.day === day) closes[i]! *= split.before / split.after;
      }
      closes[i] = Math.max(1, Math.round(closes[i]! * (1 + (draw() - 0.49) / 25)));
      prices.set(`${symbol} ${formatDay(day)}`, closes[i]!);
    });
  }
  return {prices, rates};
}

function tradesOf(
  draw: Stream,
  account: string,
  {
    tradingDays,
    prices,
    rates,
    tradesEach,
  }: Quotes & {tradingDays: readonly number[]; tradesEach: number},
) {
  const held = new Map<string, number>();
  const trades: {day: number; columns: readonly unknown[]}[] = [];
  const days = Array.from({length: tradesEach}, () => pick(draw, tradingDays)).sort(
    (a, b) => a - b,
  );
  let before = firstDay;
  for (const day of days) {
    for (const split of splits) {
      if (split.day <= before || split.day > day) continue;
      const quantityE6 = held.get(split.symbol) ?? 0;
      held.set(split.symbol, mulDiv(quantityE6, split.after, split.before));
    }
    before = day;
    const {symbol, currency} = pick(draw, instruments);
    const all = held.get(symbol) ?? 0;
    const isSale = all > 0 && chance(draw, 0.4);
    const quantityE6 = isSale ? saleOf(draw, all) : between(draw, 1, 20_000_000);
    held.set(symbol, all + (isSale ? -quantityE6 : quantityE6));
    const priceE4 = prices.get(`${symbol} ${formatDay(day)}`)!;
    const rateE6 = currency === "EUR" ? 1e6 : rates.get(formatDay(day))!;
    const grossCents = mulDiv(quantityE6, priceE4 * rateE6, 1e14);
    trades.push({
      day,
      columns: [
        account,
        symbol,
        isSale ? "sell" : "buy",
        formatScaled(quantityE6, 6),
        formatScaled(priceE4, 4),
        formatScaled(rateE6, 6),
        formatEur(grossCents),
        formatEur(between(draw, 0, 500)),
      ],
    });
  }
  return trades;
}

/** All, or exactly half (where the cost is odd, that is half a cent to round), or any part. */
function saleOf(draw: Stream, heldE6: number): number {
  if (chance(draw, 0.2)) return heldE6;
  if (chance(draw, 0.2) && heldE6 % 2 === 0) return heldE6 / 2;
  return between(draw, 1, heldE6);
}
