/** What clients bought and sold, and what the bank earned on it. */
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {trendChance} from "../../lib/evidence/months.js";
import {countsChance} from "../../lib/evidence/summaries.js";
import {count, money, monthText, percent, type Time} from "../../lib/format.js";
import {changeOf, moved, plural, sentence, withinChance} from "../../lib/words.js";

/** A row of `investment-volume`. */
export interface VolumeRow {
  readonly month: Time;
  readonly symbol: string;
  readonly bought_eur: number;
  readonly sold_eur: number;
  readonly net_eur: number;
  readonly fee_eur: number;
  readonly trade_count: number;
}

type Amount = "bought_eur" | "sold_eur" | "net_eur" | "fee_eur" | "trade_count";

function total(rows: readonly VolumeRow[], key: Amount): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

function grouped<K>(rows: readonly VolumeRow[], keyOf: (row: VolumeRow) => K): [K, VolumeRow[]][] {
  const groups = new Map<K, VolumeRow[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}

/** What was bought and sold of an instrument over all months. */
export interface TradedAmounts {
  readonly symbol: string;
  readonly bought_eur: number;
  readonly sold_eur: number;
}

/** One row for each instrument that was traded, the most bought first. */
export function tradedAmounts(rows: readonly VolumeRow[]): TradedAmounts[] {
  return grouped(rows, (row) => row.symbol)
    .map(([symbol, own]) => ({
      symbol,
      bought_eur: total(own, "bought_eur"),
      sold_eur: total(own, "sold_eur"),
    }))
    .filter(({bought_eur, sold_eur}) => bought_eur + sold_eur > 0)
    .sort((a, b) => b.bought_eur - a.bought_eur);
}

/** What most of the buying went into, and how much was sold again; `nameOf` gives the name of an instrument. */
export function boughtText(rows: readonly VolumeRow[], nameOf: (symbol: string) => string): string {
  const [first] = tradedAmounts(rows);
  if (!first) return "Nothing was bought or sold.";
  const [bought, sold] = [total(rows, "bought_eur"), total(rows, "sold_eur")];
  const most = `${percent(first.bought_eur / bought)} of purchases went into ${nameOf(first.symbol)}`;
  if (sold === 0) return `${most}, and nothing was sold.`;
  return `${most}; for each €100 bought, ${money(Math.round((100 * sold) / bought))} was sold.`;
}

/**
 * In which month most was traded, where more trades fell into it than the division of them between it and the next lets
 * expect, and how the volume went, where its mean monthly change holds against the noise of all of them.
 */
export function volumeText(rows: readonly VolumeRow[]): string {
  const months = grouped(rows, (row) => Number(row.month)).map(([month, own]) => ({
    month,
    trades: total(own, "trade_count"),
    volume: total(own, "bought_eur") + total(own, "sold_eur"),
  }));
  const [first, last] = [months.at(0), months.at(-1)];
  const [busiest, next] = months.toSorted((a, b) => b.trades - a.trades);
  if (!first || !last || !busiest || busiest.trades === 0) return "";
  const isBusiest = !next || isBeyondChance(countsChance(busiest.trades, next.trades));
  const span = `from ${monthText(first.month)} to ${monthText(last.month)}`;
  return [
    isBusiest
      ? `The busiest month was ${monthText(busiest.month)} with ${plural(busiest.trades, "trade")} worth ` +
        `${money(busiest.volume)}.`
      : `No month was the busiest: the most trades in one, ${count(busiest.trades)} in ` +
        `${monthText(busiest.month)}, are ${withinChance} of the next.`,
    isBeyondChance(trendChance(months.map(({volume}) => volume)))
      ? `The monthly volume ${moved(changeOf(last.volume, first.volume))} ${span}.`
      : `The monthly volume moved ${withinChance} ${span}.`,
  ].join(" ");
}

/** Commissions by month. */
export function feeMonths(
  rows: readonly VolumeRow[],
): {month: Time; fee_eur: number; trade_count: number; volume_eur: number}[] {
  return grouped(rows, (row) => Number(row.month)).map(([, own]) => ({
    month: own[0]!.month,
    fee_eur: total(own, "fee_eur"),
    trade_count: total(own, "trade_count"),
    volume_eur: total(own, "bought_eur") + total(own, "sold_eur"),
  }));
}

/** What was earned in total, and per hundred traded. */
export function feesText(rows: readonly VolumeRow[]): string {
  const fees = total(rows, "fee_eur");
  const volume = total(rows, "bought_eur") + total(rows, "sold_eur");
  if (volume === 0) return "No trades, no fees.";
  if (fees === 0) return "Clients traded, and the bank charged nothing for it.";
  return (
    `Trading earned the bank ${money(fees)} in commissions, ${money((100 * fees) / volume)} of each €100 traded; savings ` +
    "plans into funds trade without one, and there is no fee on what is held."
  );
}

/** `24 instruments`, to begin a sentence with. */
export function instrumentsText(rows: readonly VolumeRow[]): string {
  return sentence(plural(new Set(rows.map(({symbol}) => symbol)).size, "instrument"));
}
