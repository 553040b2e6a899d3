/** What clients hold and have gained, instrument by instrument. */
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {shiftChance} from "../../lib/evidence/groups.js";
import {countsChance} from "../../lib/evidence/summaries.js";
import {count, money, percent} from "../../lib/format.js";
import {type Account, viewOf} from "../../lib/investing/account.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {type Gain, noGain, plusGain} from "../../lib/investing/gain.js";
import type {ValuedHolding} from "../../lib/investing/holdings.js";
import {nameAndTicker, shortName} from "../../lib/investing/instrumentName.js";
import {eurFromCents} from "../../lib/money.js";
import {list, plural, withinChance} from "../../lib/words.js";
import type {TradedAmounts} from "./volume.js";

/** A row of `investment-tickers`. */
export interface TickerRow {
  readonly symbol: string;
  /** The full name. */
  readonly name: string;
  /** Accounts that hold it at the end, and accounts that ever did. */
  readonly holder_count: number;
  readonly ever_count: number;
  /** Accounts that hold anything at the end; the same in every row. */
  readonly investor_count: number;
  readonly value_eur: number;
  readonly cost_eur: number;
  readonly realized_eur: number;
  readonly realized_currency_eur: number;
  readonly unrealized_eur: number;
  readonly unrealized_currency_eur: number;
  readonly dividend_eur: number;
  readonly fee_eur: number;
  /** Both gains and dividends. */
  readonly result_eur: number;
  /**
   * How often chance alone would set its result as far from that of the instrument with the next smaller one, had the
   * clients been others (`shiftChance` of what each client made with the one less what with the other); null for the
   * last.
   */
  readonly lead_chance: number | null;
}

/**
 * One row for each instrument that was ever held, by what is held of it now, the most first; average cost, fees of
 * trading included.
 */
export function tickerRows(accounts: readonly Account[], exchange: Exchange): TickerRow[] {
  const all = accounts.flatMap((account) => viewOf(account, exchange, "average").holdings);
  const investor_count = new Set(
    all.filter(({quantityE6}) => quantityE6 > 0).map(({accountId}) => accountId),
  ).size;
  const rows = [...new Set(all.map(({symbol}) => symbol))].map((symbol) => ({
    symbol,
    name: exchange.names.get(symbol) ?? symbol,
    investor_count,
    ...totalsOf(all.filter((holding) => holding.symbol === symbol)),
  }));
  const ranked = byResult(rows);
  return rows
    .map((row) => {
      const next = ranked[ranked.indexOf(row) + 1];
      const chance = next && shiftChance(leads(all, row.symbol, next.symbol));
      return {...row, lead_chance: chance ?? null};
    })
    .sort((a, b) => b.value_eur - a.value_eur || (a.symbol < b.symbol ? -1 : 1));
}

function totalsOf(own: readonly ValuedHolding[]) {
  const sum = (centsOf: (holding: ValuedHolding) => number) =>
    eurFromCents(own.reduce((cents, holding) => cents + centsOf(holding), 0));
  const gain = (gainOf: (holding: ValuedHolding) => Gain) =>
    own.reduce((gain, holding) => plusGain(gain, gainOf(holding)), noGain);
  const [realized, unrealized] = [gain((h) => h.realized), gain((h) => h.unrealized)];
  return {
    holder_count: own.filter(({quantityE6}) => quantityE6 > 0).length,
    ever_count: own.length,
    value_eur: sum((holding) => holding.valueCents),
    cost_eur: sum((holding) => holding.basis.costCents),
    realized_eur: eurFromCents(realized.gainCents),
    realized_currency_eur: eurFromCents(realized.currencyEffectCents),
    unrealized_eur: eurFromCents(unrealized.gainCents),
    unrealized_currency_eur: eurFromCents(unrealized.currencyEffectCents),
    dividend_eur: sum((holding) => holding.dividendCents),
    fee_eur: sum((holding) => holding.feeCents),
    result_eur: sum(resultCents),
  };
}

function resultCents({realized, unrealized, dividendCents}: ValuedHolding): number {
  return realized.gainCents + unrealized.gainCents + dividendCents;
}

/** What each client who ever held either made with the one less what with the other, in cents. */
function leads(all: readonly ValuedHolding[], one: string, other: string): number[] {
  const byClient = new Map<string, number>();
  for (const holding of all) {
    if (holding.symbol !== one && holding.symbol !== other) continue;
    const sign = holding.symbol === one ? 1 : -1;
    const before = byClient.get(holding.accountId) ?? 0;
    byClient.set(holding.accountId, before + sign * resultCents(holding));
  }
  return [...byClient.values()];
}

/** Rows by number of holders, the most first. */
export function byHolders(rows: readonly TickerRow[]): TickerRow[] {
  return rows.toSorted((a, b) => b.holder_count - a.holder_count || b.value_eur - a.value_eur);
}

/** An instrument with who holds it, and what was bought and sold of it. */
export interface HeldRow {
  readonly name: string;
  /** Of the accounts that hold anything; null for several instruments together. */
  readonly holder_share: number | null;
  readonly value_eur: number;
  readonly bought_eur: number;
  readonly sold_eur: number;
}

/** One row for each instrument that was ever held, the one with most holders first. */
export function heldRows(rows: readonly TickerRow[], traded: readonly TradedAmounts[]): HeldRow[] {
  const amounts = new Map(traded.map((row) => [row.symbol, row]));
  return byHolders(rows).map(({symbol, name, holder_count, investor_count, value_eur}) => ({
    name: nameAndTicker({name, symbol}),
    holder_share: investor_count > 0 ? holder_count / investor_count : 0,
    value_eur,
    bought_eur: amounts.get(symbol)?.bought_eur ?? 0,
    sold_eur: amounts.get(symbol)?.sold_eur ?? 0,
  }));
}

/** The first `most` of the rows, and one for all others together. */
export function withOthers(rows: readonly HeldRow[], most: number): HeldRow[] {
  const others = rows.slice(most);
  if (others.length < 2) return [...rows];
  const sum = (key: "value_eur" | "bought_eur" | "sold_eur") =>
    others.reduce((total, row) => total + row[key], 0);
  const rest: HeldRow = {
    name: `${count(others.length)} others`,
    holder_share: null,
    value_eur: sum("value_eur"),
    bought_eur: sum("bought_eur"),
    sold_eur: sum("sold_eur"),
  };
  return [...rows.slice(0, most), rest];
}

/** The rows at both ends, so many of each; all where there are no more. */
export function bothEnds<Row>(rows: readonly Row[], each: number): Row[] {
  return rows.length <= 2 * each ? [...rows] : [...rows.slice(0, each), ...rows.slice(-each)];
}

/**
 * What is held by most, where its lead over the next holds against chance (holders of the two, divided at random), and
 * how much of the value it is.
 */
export function holdersFinding(rows: readonly TickerRow[]): string {
  const [first, second] = byHolders(rows);
  if (!first || first.holder_count === 0) return "Nobody holds a security";
  const share = ({holder_count, investor_count}: TickerRow) =>
    percent(holder_count / investor_count);
  const hold = `${share(first)} of investors hold ${nameAndTicker(first)}`;
  if (second && !isBeyondChance(countsChance(first.holder_count, second.holder_count)))
    return `${hold}, ${withinChance} of ${second.symbol}`;
  const value = rows.reduce((sum, row) => sum + row.value_eur, 0);
  return `${hold}; it makes up ${percent(first.value_eur / value)} of all holdings`;
}

/** The rows by result, the largest first. */
export function byResult<Row extends Pick<TickerRow, "result_eur">>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.result_eur - a.result_eur);
}

/** The winner, where its lead holds against chance. */
export function gainsFinding(rows: readonly TickerRow[]): string {
  const [best, second] = byResult(rows);
  if (!best) return "Nobody has gained or lost anything yet";
  if (best.result_eur <= 0) return "No instrument has made money";
  const made = `${shortName(best.name)} made clients ${money(best.result_eur)}`;
  if (!second || isBeyondChance(best.lead_chance ?? undefined))
    return `${made}, more than any other instrument`;
  return `${made}, ${withinChance} of ${nameAndTicker(second)}`;
}

/** How instruments are called, by symbol. */
export function nameOf(rows: readonly TickerRow[]): (symbol: string) => string {
  const names = new Map(rows.map(({symbol, name}) => [symbol, shortName(name)]));
  return (symbol) => names.get(symbol) ?? symbol;
}

/** How many losers are named; beyond that they are counted. */
const namedLosers = 3;

/** Which instruments have lost money. */
export function losersText(rows: readonly TickerRow[]): string {
  const losers = byResult(rows).filter((row) => row.result_eur < 0);
  if (rows.length === 0) return "";
  if (losers.length === 0) return "None of them has lost money.";
  const lost = losers.reduce((sum, row) => sum - row.result_eur, 0);
  const who =
    losers.length > namedLosers
      ? `${losers.length} of ${plural(rows.length, "instrument")}`
      : list(losers.map(({name}) => shortName(name)).toReversed());
  return `${who} lost ${money(lost)}${losers.length > 1 ? " together" : ""}.`;
}

/** How much of all gain is not realised yet, what the currency did to it, and who lost. */
export function gainsText(rows: readonly TickerRow[]): string {
  if (rows.length === 0) return "";
  const sum = (key: "realized_eur" | "unrealized_eur" | "dividend_eur") =>
    rows.reduce((total, row) => total + row[key], 0);
  const currency = rows.reduce(
    (total, row) => total + row.realized_currency_eur + row.unrealized_currency_eur,
    0,
  );
  const abroad = rows.filter((row) => row.unrealized_currency_eur || row.realized_currency_eur);
  const result = (euros: number) =>
    `${euros < 0 ? "losses" : "gains"} of ${money(Math.abs(euros))}`;
  const said =
    `Clients have realised ${result(sum("realized_eur"))}, hold unrealised ` +
    `${result(sum("unrealized_eur"))}, and were paid ${money(sum("dividend_eur"))} in dividends. ${losersText(rows)}`;
  if (abroad.length === 0) return said;
  return (
    `${said} Exchange rates ${currency < 0 ? "took" : "added"} ${money(Math.abs(currency))}: ` +
    `${abroad.length} of ${plural(rows.length, "instrument")} trade in another currency.`
  );
}
