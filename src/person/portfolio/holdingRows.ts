/** The holdings of an account as a table, and how its value is divided. */
import {number, percent, rounded, type Value} from "../../lib/format.js";
import type {AccountView} from "../../lib/investing/account.js";
import {allocation, concentration, type Share} from "../../lib/investing/allocation.js";
import {type Exchange, instrumentText} from "../../lib/investing/brokerage.js";
import {positionCashFlows} from "../../lib/investing/cashFlows.js";
import {averageCostE6} from "../../lib/investing/holdings.js";
import {quotesOf, unitOn} from "../../lib/investing/market.js";
import {
  type MoneyWeightedReturn,
  moneyWeightedReturn,
} from "../../lib/investing/moneyWeightedReturn.js";
import {eurFromCents} from "../../lib/money.js";
import {inWords, lowerFirst, plural, sentence} from "../../lib/words.js";

export interface HoldingRow {
  readonly symbol: string;
  /** `Vanguard FTSE All-World (VWRL)` */
  readonly name: string;
  readonly quantity: number | null;
  readonly average_cost_eur: number | null;
  readonly price_eur: number | null;
  readonly value_eur: number;
  /** Of the account, cash included. */
  readonly weight_share: number | null;
  /** Both gains and dividends. */
  readonly gain_eur: number | null;
  readonly unrealized_eur: number | null;
  readonly realized_eur: number | null;
  readonly dividend_eur: number | null;
  /** Per year; null up to a year and where there is no one answer. */
  readonly xirr_share: number | null;
}

export const cashName = "Cash";

/** A number of shares, to the millionth. */
export function sharesText(quantity: Value): string {
  return number(quantity, 6);
}

/**
 * One row for each instrument that was ever held, the most valuable first, those sold out after them, and one for the
 * cash. Values add up to that of the account.
 */
export function holdingRows(
  view: AccountView,
  cashCents: number,
  exchange: Exchange,
): HoldingRow[] {
  const {market, lastDay} = exchange;
  const total = view.holdings.reduce((sum, {valueCents}) => sum + valueCents, cashCents);
  const weight = (cents: number) => (total > 0 ? cents / total : null);
  const rows = view.holdings
    .map((holding, i): HoldingRow => {
      const {symbol, quantityE6, basis, valueCents} = holding;
      const average = averageCostE6(quantityE6, basis);
      const flows = positionCashFlows(view.trails[i]!, view.payments, {valueCents, on: lastDay});
      return {
        symbol,
        name: instrumentText(exchange, symbol),
        quantity: quantityE6 / 1e6,
        average_cost_eur: average === null ? null : average / 1e6,
        price_eur: quantityE6 === 0 ? null : unitOn(market, symbol, lastDay) / 1e10,
        value_eur: eurFromCents(valueCents),
        weight_share: weight(valueCents),
        gain_eur: eurFromCents(
          holding.unrealized.gainCents + holding.realized.gainCents + holding.dividendCents,
        ),
        unrealized_eur: eurFromCents(holding.unrealized.gainCents),
        realized_eur: eurFromCents(holding.realized.gainCents),
        dividend_eur: eurFromCents(holding.dividendCents),
        xirr_share: yearly(moneyWeightedReturn(flows)),
      };
    })
    .sort((a, b) => b.value_eur - a.value_eur || (a.symbol < b.symbol ? -1 : 1));
  return [
    ...rows,
    {
      symbol: cashName,
      name: cashName,
      quantity: null,
      average_cost_eur: null,
      price_eur: null,
      value_eur: eurFromCents(cashCents),
      weight_share: weight(cashCents),
      gain_eur: null,
      unrealized_eur: null,
      realized_eur: null,
      dividend_eur: null,
      xirr_share: null,
    },
  ];
}

/** The yearly rate beyond a year; null where there is none, more than one, or one too large to be written. */
export function yearly(result: MoneyWeightedReturn): number | null {
  if (result.kind !== "rate" || result.annualized === null) return null;
  return Number.isFinite(result.annualized) ? result.annualized : null;
}

/** How many of the holdings are in profit. */
export function holdingsFinding(rows: readonly HoldingRow[]): string {
  const held = rows.filter((row) => (row.quantity ?? 0) > 0);
  if (rows.every(({symbol}) => symbol === cashName)) return "Nothing has ever been held here";
  if (held.length === 0) return "Nothing is held; everything was sold";
  const ahead = held.filter((row) => (row.unrealized_eur ?? 0) > 0).length;
  if (held.length === 1)
    return `${held[0]!.name}, the only holding, is worth ${ahead === 1 ? "more than" : "no more than"} it cost`;
  if (ahead === held.length)
    return held.length === 2
      ? "Both holdings are worth more than they cost"
      : `All ${inWords(held.length)} holdings are worth more than they cost`;
  if (ahead === 0)
    return held.length === 2
      ? "Neither holding is worth more than it cost"
      : `None of the ${inWords(held.length)} holdings is worth more than it cost`;
  const [are, they] = ahead === 1 ? ["is", "it"] : ["are", "they"];
  return sentence(
    `${inWords(ahead)} of ${inWords(held.length)} holdings ${are} worth more than ${they} cost`,
  );
}

export type Division = "instrument" | "currency" | "sector";

const nouns = {
  instrument: ["holding", "holdings"],
  currency: ["currency", "currencies"],
  sector: ["sector", "sectors"],
} as const satisfies Record<Division, readonly [string, string]>;

/** A part of an account; in a division by instrument with its ticker, else `symbol` is the name. */
export interface AccountShare extends Share {
  readonly symbol: string;
}

/** The account by instrument, currency or sector, cash being euros and a part of its own. */
export function accountShares(
  view: AccountView,
  cashCents: number,
  exchange: Exchange,
  by: Division,
): AccountShare[] {
  const nameOf = (symbol: string) => {
    if (symbol === cashName) return by === "currency" ? "EUR" : cashName;
    const {currency, sector} = quotesOf(exchange.market, symbol);
    return {instrument: symbol, currency, sector}[by];
  };
  const cash = {symbol: cashName, valueCents: cashCents};
  return allocation([...view.holdings, cash], ({symbol}) => nameOf(symbol)).map((share) => ({
    ...share,
    symbol: share.name,
    name: by === "instrument" ? instrumentText(exchange, share.name) : share.name,
  }));
}

/** What is largest, and how many equal parts would be as concentrated. */
export function sharesFinding(shares: readonly Share[], by: Division): string {
  const summary = concentration(shares);
  if (!summary) return "The account is empty";
  const {largest, effectiveCount} = summary;
  if (shares.length === 1) return `Everything is in ${inText(largest.name)}`;
  const [one, many] = nouns[by];
  const noun = rounded(effectiveCount, 1) === 1 ? one : many;
  const spread = `${number(effectiveCount, 1)} equal ${noun}`;
  return `${percent(largest.share)} is in ${inText(largest.name)}: as diversified as ${spread}`;
}

/** The index behind the number of equal holdings, and the idle cash. */
export function sharesNote(shares: readonly Share[], idleShare: number | null): string {
  const summary = concentration(shares);
  const index = summary
    ? `Herfindahl-Hirschman index, the sum of squared shares: ${number(summary.hhi, 2)} over ${plural(shares.length, "part")}; one divided by it is the number of equal parts. `
    : "";
  return `${index}Cash counts as euros and as a part of its own: ${percent(idleShare, 1)} of the account.`;
}

function inText(name: string): string {
  return name === cashName ? lowerFirst(name) : name;
}
