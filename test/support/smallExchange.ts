import {type Day, formatDay, parseDay} from "../../src/lib/day.js";
import type {AccountRow, InstrumentRow} from "../../src/lib/investing/brokerage.js";
import {nobody} from "../../src/lib/investing/brokerage.js";

const firstDay: Day = parseDay("2025-01-01");

/** A day so many days after 1 January 2025, which is a Wednesday. */
export const dayAt = (offset: number): string => formatDay(firstDay + offset);

/**
 * An instrument with a price on every one of so many days; its price is `close` of the day's number, its rate 1 unless
 * told.
 */
export function instrument(
  symbol: string,
  {
    days = 60,
    close,
    rate,
    ...rest
  }: Partial<Omit<InstrumentRow, "close_steps" | "rate">> & {
    days?: number;
    close: (offset: number) => number;
    rate?: (offset: number) => number;
  },
): InstrumentRow {
  const offsets = Array.from({length: days}, (_, offset) => offset);
  return {
    symbol,
    name: symbol,
    kind: "share",
    currency: rate ? "USD" : "EUR",
    sector: "Software",
    first_day: dayAt(0),
    last_day: dayAt(days - 1),
    splits: [],
    dividends: [],
    ...rest,
    day: offsets.map(dayAt),
    close_steps: offsets.map((at) => close(at) - (at > 0 ? close(at - 1) : 0)),
    rate: offsets.map(rate ?? (() => 1)),
  };
}

interface Deal {
  readonly on: number;
  readonly symbol: string;
  /** Negative for a sale. */
  readonly quantity: number;
  readonly price: number;
  readonly rate?: number;
  readonly fee?: number;
}

/** An account with so much cash, these trades, and money paid in (or out) as `[day, euros]`. */
export function account(
  user_id: string,
  {
    cash = 0,
    deals = [],
    paid = [],
  }: {cash?: number; deals?: readonly Deal[]; paid?: readonly (readonly [number, number])[]},
): AccountRow {
  return {
    ...nobody,
    account_id: `${user_id}-brk`,
    user_id,
    name: user_id,
    opening_balance_eur: cash,
    trade_id: deals.map((_, i) => i + 1),
    symbol: deals.map(({symbol}) => symbol),
    side: deals.map(({quantity}) => (quantity < 0 ? "sell" : "buy")),
    executed_on: deals.map(({on}) => dayAt(on)),
    quantity: deals.map(({quantity}) => Math.abs(quantity)),
    price: deals.map(({price}) => price),
    fx_rate: deals.map(({rate = 1}) => rate),
    gross_eur: deals.map(({quantity, price, rate = 1}) => Math.abs(quantity) * price * rate),
    fee_eur: deals.map(({fee = 0}) => fee),
    moved_on: paid.map(([on]) => dayAt(on)),
    moved_as: paid.map(() => "brokerage_funding"),
    moved_eur: paid.map(([, euros]) => euros),
  };
}
