/**
 * The brokerage of the bank as the engine takes it, from the two datasets that hold all of it: `portfolio-market`
 * and `person-portfolio`. The pages read them in the browser, the loaders of summaries in Node.
 */
import {type Day, parseDay, weekdayOf} from "../day.js";
import {centsFromEur} from "../money.js";
import type {Dividend} from "./dividends.js";
import {nameAndTicker} from "./instrumentName.js";
import type {Market} from "./market.js";
import type {CashMovement} from "./portfolioEvents.js";
import {dividendFromRow, marketFromRows, splitFromRow} from "./rows.js";
import {type Split, type Trade, tradeFromRow} from "./trade.js";

/** A row of `portfolio-market`. */
export interface InstrumentRow {
  readonly symbol: string;
  readonly name: string;
  readonly kind: string;
  readonly currency: string;
  readonly sector: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly day: readonly string[];
  /** What the close changed since the day before, the first from zero; in the currency, to four decimals. */
  readonly close_steps: readonly number[];
  readonly rate: readonly (number | null)[];
  readonly splits: readonly {
    readonly day: string;
    readonly shares_before: number;
    readonly shares_after: number;
  }[];
  readonly dividends: readonly {
    readonly ex_on: string;
    readonly paid_on: string;
    readonly amount: number;
  }[];
}

/** The row of `portfolio-market` where no instrument has a price. */
export interface NoInstrumentRow {
  readonly symbol: null;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** A row of `person-portfolio`. */
export interface AccountRow {
  readonly account_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly city: string;
  readonly opening_balance_eur: number;
  readonly trade_id: readonly number[];
  readonly symbol: readonly string[];
  readonly side: readonly string[];
  readonly executed_on: readonly string[];
  readonly quantity: readonly number[];
  readonly price: readonly number[];
  readonly fx_rate: readonly number[];
  readonly gross_eur: readonly number[];
  readonly fee_eur: readonly number[];
  readonly moved_on: readonly string[];
  readonly moved_as: readonly string[];
  readonly moved_eur: readonly number[];
}

/** What all accounts have in common: the instruments, their prices and what happened to them. */
export interface Exchange {
  readonly market: Market;
  /** The full names of the instruments by symbol. */
  readonly names: ReadonlyMap<string, string>;
  readonly splits: readonly Split[];
  readonly dividends: readonly Dividend[];
  /** First and last day of the data; where there are no data, a day on which nothing was. */
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The exchange in the rows of `portfolio-market`; one without instruments is an exchange too. */
export function exchangeOf(given: readonly (InstrumentRow | NoInstrumentRow)[]): Exchange {
  const rows = given.filter((row): row is InstrumentRow => row.symbol !== null);
  const {first_day = null, last_day = null} = given[0] ?? {};
  const splits = rows.flatMap(({symbol, splits}) => splits.map((row) => ({...row, symbol})));
  // Instruments of one currency hold the same rates; each day's is taken once.
  const rates = new Map(
    rows.flatMap(({currency, day, rate}) =>
      day.flatMap((day, i) => {
        const known = rate[i];
        return known ? [[`${currency} ${day}`, {currency, day, rate: known}] as const] : [];
      }),
    ),
  );
  return {
    market: marketFromRows({
      instruments: rows,
      prices: rows.flatMap(({symbol, day, close_steps}) => {
        const closes = closesOf(close_steps);
        return day.map((day, i) => ({symbol, day, close: closes[i]!}));
      }),
      fx_rates: [...rates.values()],
      splits,
    }),
    names: new Map(rows.map(({symbol, name}) => [symbol, name])),
    splits: splits.map(splitFromRow),
    dividends: rows.flatMap(({symbol, dividends}) =>
      dividends.map((row) => dividendFromRow({...row, symbol})),
    ),
    firstDay: first_day === null ? 0 : parseDay(first_day),
    lastDay: last_day === null ? 0 : parseDay(last_day),
  };
}

/** The closes that steps lead through, exact to four decimals. */
function closesOf(steps: readonly number[]): number[] {
  let units = 0;
  return steps.map((step) => {
    units += Math.round(step * 1e4);
    return units / 1e4;
  });
}

/** The trades of an account in the order of execution; throws `TradeError` on one that cannot be. */
export function tradesOf(row: AccountRow): Trade[] {
  return row.trade_id.map((trade_id, i) =>
    tradeFromRow({
      trade_id,
      account_id: row.account_id,
      symbol: row.symbol[i]!,
      side: row.side[i]!,
      executed_at: row.executed_on[i]!,
      quantity: row.quantity[i]!,
      price: row.price[i]!,
      fx_rate: row.fx_rate[i]!,
      gross_eur: row.gross_eur[i]!,
      fee_eur: row.fee_eur[i]!,
    }),
  );
}

const movementKinds: Readonly<Record<string, CashMovement["kind"]>> = {
  brokerage_funding: "funding",
  interest: "interest",
  fee: "fee",
};

/** What moved the cash of an account besides trades and dividends; throws on a category that no account should have. */
export function movementsOf({
  account_id,
  moved_on,
  moved_as,
  moved_eur,
}: AccountRow): CashMovement[] {
  return moved_on.map((on, i) => {
    const kind = movementKinds[moved_as[i]!];
    if (!kind) throw new Error(`unknown movement of cash on ${account_id}: ${moved_as[i]}`);
    return {day: parseDay(on), kind, amountCents: centsFromEur(moved_eur[i]!)};
  });
}

/** An instrument as readers know it: `Vanguard FTSE All-World (VWRL)`; the symbol alone where there is no such instrument. */
export function instrumentText({names}: Pick<Exchange, "names">, symbol: string): string {
  return nameAndTicker({name: names.get(symbol) ?? symbol, symbol});
}

/** How many shares of today one share of a day has become. */
export function sharesSince(splits: readonly Split[], symbol: string, day: Day): number {
  return splits
    .filter((split) => split.symbol === symbol && split.day > day)
    .reduce((factor, split) => (factor * split.sharesAfter) / split.sharesBefore, 1);
}

/** The last trading day of each week of the data, in order; of the last week, as far as it goes. */
export function weekEnds({market, firstDay, lastDay}: Exchange): Day[] {
  const isTrading = (day: number) => market.isTradingDay[day - market.firstDay] === 1;
  const days: Day[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if (!isTrading(day)) continue;
    const [before] = days.slice(-1);
    const isSameWeek =
      before !== undefined && day - before < 7 && weekdayOf(day) > weekdayOf(before);
    if (isSameWeek) days.pop();
    days.push(day);
  }
  return days;
}

/** A row for a bank without investors: an empty account, so that a page has words instead of errors. */
export const nobody: AccountRow = {
  account_id: "",
  user_id: "",
  name: "",
  city: "",
  opening_balance_eur: 0,
  trade_id: [],
  symbol: [],
  side: [],
  executed_on: [],
  quantity: [],
  price: [],
  fx_rate: [],
  gross_eur: [],
  fee_eur: [],
  moved_on: [],
  moved_as: [],
  moved_eur: [],
};
