/** What clients hold and have gained, instrument by instrument. */
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {shiftChance} from "../../lib/evidence/groups.js";
import {countsChance} from "../../lib/evidence/summaries.js";
import {money, percent} from "../../lib/format.js";
import {type Account, viewOf} from "../../lib/investing/account.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {type Gain, noGain, plusGain} from "../../lib/investing/gain.js";
import type {ValuedHolding} from "../../lib/investing/holdings.js";
import {eurFromCents} from "../../lib/money.js";
import {list, plural, sentence, withinChance} from "../../lib/words.js";

/** A row of `investment-tickers`. */
export interface TickerRow {
  readonly symbol: string;
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
  /** Realized and unrealized gain and dividends. */
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

/**
 * What is held by most, where its lead over the next holds against chance (holders of the two, divided at random), and
 * how much of the value it is.
 */
export function holdersFinding(rows: readonly TickerRow[]): string {
  const [first, second] = byHolders(rows);
  if (!first || first.holder_count === 0) return "Nobody holds a security";
  const share = ({holder_count, investor_count}: TickerRow) =>
    percent(holder_count / investor_count);
  if (second && !isBeyondChance(countsChance(first.holder_count, second.holder_count)))
    return (
      `${share(first)} of those who hold anything hold ${first.symbol}, ${share(second)} ${second.symbol}: ` +
      `which of them leads lies ${withinChance}`
    );
  const value = rows.reduce((sum, row) => sum + row.value_eur, 0);
  return (
    `${share(first)} of those who hold anything hold ${first.symbol}; it is ` +
    `${percent(first.value_eur / value)} of all that is held`
  );
}

export type GainPart = "realized" | "unrealized" | "dividends";

/** What a part of a bar is called. */
export const gainNames = {
  realized: "Realized",
  unrealized: "Unrealized",
  dividends: "Dividends",
} as const satisfies Record<GainPart, string>;

/** The parts of each instrument's result, the largest result first. */
export function gainParts(
  rows: readonly TickerRow[],
): {symbol: string; part: GainPart; amount_eur: number}[] {
  return byResult(rows).flatMap(({symbol, realized_eur, unrealized_eur, dividend_eur}) => [
    {symbol, part: "realized", amount_eur: realized_eur} as const,
    {symbol, part: "unrealized", amount_eur: unrealized_eur} as const,
    {symbol, part: "dividends", amount_eur: dividend_eur} as const,
  ]);
}

/** How many losers are named; beyond that they are counted. */
const namedLosers = 3;

/** The winner, where its lead holds against chance, and the losers. */
export function gainsFinding(rows: readonly TickerRow[]): string {
  const [best, second] = byResult(rows);
  if (!best) return "Nobody has gained or lost anything yet";
  const made = ({symbol, result_eur}: TickerRow) => `${symbol} made ${money(result_eur)}`;
  const hasLead = !second || isBeyondChance(best.lead_chance ?? undefined);
  const won =
    best.result_eur <= 0
      ? "no instrument made money"
      : hasLead
        ? `${made(best)}, more than any other`
        : `${made(best)}, ahead of ${second.symbol} ${withinChance}`;
  const losers = byResult(rows).filter((row) => row.result_eur < 0);
  if (losers.length === 0) return sentence(`${won}; none lost`);
  const lost = losers.reduce((sum, row) => sum - row.result_eur, 0);
  const who =
    losers.length > namedLosers
      ? `${losers.length} of ${plural(rows.length, "instrument")}`
      : list(losers.map(({symbol}) => symbol).toReversed());
  return sentence(`${won}; ${who} lost ${money(lost)}${losers.length > 1 ? " together" : ""}`);
}

/** How much of all gain is only on paper, and what the currency did to it. */
export function gainsText(rows: readonly TickerRow[]): string {
  if (rows.length === 0) return "";
  const sum = (key: "realized_eur" | "unrealized_eur" | "dividend_eur") =>
    rows.reduce((total, row) => total + row[key], 0);
  const currency = rows.reduce(
    (total, row) => total + row.realized_currency_eur + row.unrealized_currency_eur,
    0,
  );
  const abroad = rows.filter((row) => row.unrealized_currency_eur || row.realized_currency_eur);
  const gained = (euros: number) => `${euros < 0 ? "lost" : "gained"} ${money(Math.abs(euros))}`;
  const said =
    `Together clients have ${gained(sum("realized_eur"))} by selling, ${gained(sum("unrealized_eur"))} ` +
    `on paper, and were paid ${money(sum("dividend_eur"))} in dividends.`;
  if (abroad.length === 0) return said;
  return (
    `${said} Of the gains, ${money(currency)} is the work of exchange rates: ` +
    `${plural(abroad.length, "instrument")} of ${rows.length} trade in another currency, and what was ` +
    `paid there is worth ${currency < 0 ? "less" : "more"} in euros now.`
  );
}

function byResult<Row extends Pick<TickerRow, "result_eur">>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.result_eur - a.result_eur);
}
