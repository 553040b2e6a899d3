/** What clients hold and have gained, instrument by instrument. */
import {money, percent} from "../format.js";
import {type Gain, noGain, plusGain} from "../investing/gain.js";
import {eurFromCents} from "../money.js";
import {type Account, viewOf} from "../portfolios/account.js";
import type {Exchange} from "../portfolios/brokerage.js";
import {list, plural, sentence} from "../words.js";

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
}

/** One row for each instrument that was ever held, by what is held of it now, the most first; average cost, fees of trading included. */
export function tickerRows(accounts: readonly Account[], exchange: Exchange): TickerRow[] {
  const all = accounts.flatMap((account) => viewOf(account, exchange, "average").holdings);
  const investors = new Set(
    all.filter(({quantityE6}) => quantityE6 > 0).map(({accountId}) => accountId),
  );
  return [...new Set(all.map(({symbol}) => symbol))]
    .map((symbol) => {
      const own = all.filter((holding) => holding.symbol === symbol);
      const sum = (centsOf: (holding: (typeof own)[number]) => number) =>
        own.reduce((cents, holding) => cents + centsOf(holding), 0);
      const gain = (gainOf: (holding: (typeof own)[number]) => Gain) =>
        own.reduce((gain, holding) => plusGain(gain, gainOf(holding)), noGain);
      const [realized, unrealized] = [gain((h) => h.realized), gain((h) => h.unrealized)];
      const dividendCents = sum((holding) => holding.dividendCents);
      return {
        symbol,
        holder_count: own.filter(({quantityE6}) => quantityE6 > 0).length,
        ever_count: own.length,
        investor_count: investors.size,
        value_eur: eurFromCents(sum((holding) => holding.valueCents)),
        cost_eur: eurFromCents(sum((holding) => holding.basis.costCents)),
        realized_eur: eurFromCents(realized.gainCents),
        realized_currency_eur: eurFromCents(realized.currencyEffectCents),
        unrealized_eur: eurFromCents(unrealized.gainCents),
        unrealized_currency_eur: eurFromCents(unrealized.currencyEffectCents),
        dividend_eur: eurFromCents(dividendCents),
        fee_eur: eurFromCents(sum((holding) => holding.feeCents)),
        result_eur: eurFromCents(realized.gainCents + unrealized.gainCents + dividendCents),
      };
    })
    .sort((a, b) => b.value_eur - a.value_eur || (a.symbol < b.symbol ? -1 : 1));
}

/** Rows by number of holders, the most first. */
export function byHolders(rows: readonly TickerRow[]): TickerRow[] {
  return rows.toSorted((a, b) => b.holder_count - a.holder_count || b.value_eur - a.value_eur);
}

/** What is held by most, and how much of the value it is. */
export function holdersFinding(rows: readonly TickerRow[]): string {
  const [first] = byHolders(rows);
  if (!first || first.holder_count === 0) return "Nobody holds a security";
  const value = rows.reduce((sum, row) => sum + row.value_eur, 0);
  return `${percent(first.holder_count / first.investor_count)} of those who hold anything hold ${first.symbol}; it is ${percent(first.value_eur / value)} of all that is held`;
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

/** The winner and the losers. */
export function gainsFinding(rows: readonly TickerRow[]): string {
  const [best, ...others] = byResult(rows);
  if (!best) return "Nobody has gained or lost anything yet";
  const losers = [best, ...others].filter((row) => row.result_eur < 0);
  const won =
    best.result_eur > 0
      ? `${best.symbol} made ${money(best.result_eur)}, more than any other`
      : "no instrument made money";
  if (losers.length === 0) return sentence(`${won}; none lost`);
  const lost = losers.reduce((sum, row) => sum - row.result_eur, 0);
  return sentence(
    `${won}; ${list(losers.map(({symbol}) => symbol).toReversed())} lost ${money(lost)}`,
  );
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
  const said = `Together clients have realized ${money(sum("realized_eur"))}, hold ${money(sum("unrealized_eur"))} on paper, and were paid ${money(sum("dividend_eur"))} in dividends.`;
  if (abroad.length === 0) return said;
  return `${said} Of the gains, ${money(currency)} is the work of exchange rates: ${plural(abroad.length, "instrument")} of ${rows.length} trade in another currency, and what was paid there is worth ${currency < 0 ? "less" : "more"} in euros now.`;
}

function byResult(rows: readonly TickerRow[]): TickerRow[] {
  return rows.toSorted((a, b) => b.result_eur - a.result_eur);
}
