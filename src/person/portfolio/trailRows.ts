/** The calculation trail of one holding: the rows that made its figures, in order, and its marks on the price line. */
import {type Day, formatDay} from "../../lib/day.js";
import {number, percent, rounded} from "../../lib/format.js";
import {type Exchange, sharesSince} from "../../lib/investing/brokerage.js";
import {heldByDay} from "../../lib/investing/heldByDay.js";
import {averageCostE6} from "../../lib/investing/holdings.js";
import {isQuotedOn, unitOn} from "../../lib/investing/market.js";
import type {Trail, TrailRow} from "../../lib/investing/trail.js";
import {eurFromCents} from "../../lib/money.js";
import {list, plural, sentence} from "../../lib/words.js";
import {sharesText} from "./holdingRows.js";

/** The title where nobody holds anything that could be followed. */
const nothingHeld = "There is no holding to follow";

/** What happened, what it did, and what was held after it; a split has no trade. */
export interface TrailLine {
  readonly day: string;
  /** `Bought #4711`: the trade's number, as the bank and the errors of the engine name it. */
  readonly what: string;
  /** Signed change of shares. */
  readonly quantity: number;
  /** In the instrument's currency. */
  readonly price: number | null;
  /** EUR per unit of it. */
  readonly fx_rate: number | null;
  readonly fee_eur: number | null;
  /** What it did to the cash: negative for a purchase, fee included. */
  readonly cash_eur: number | null;
  /** The cost of what left. */
  readonly cost_removed_eur: number | null;
  readonly realized_eur: number | null;
  readonly held: number;
  readonly cost_eur: number;
  readonly average_cost_eur: number | null;
}

/** The lines of a trail in order. */
export function trailLines(trail: Trail): TrailLine[] {
  return trail.rows.map((row) => {
    const {trade, heldE6, basis, kind} = row;
    const average = averageCostE6(heldE6, basis);
    return {
      day: formatDay(row.day),
      what: whatText(row),
      quantity: row.quantityE6 / 1e6,
      price: trade?.price ?? null,
      fx_rate: trade ? trade.rateE6 / 1e6 : null,
      fee_eur: trade ? eurFromCents(row.feeCents) : null,
      cash_eur: trade ? eurFromCents(row.cashCents) : null,
      cost_removed_eur: kind === "sell" ? eurFromCents(row.removed.costCents) : null,
      realized_eur: kind === "sell" ? eurFromCents(row.realized.gainCents) : null,
      held: heldE6 / 1e6,
      cost_eur: eurFromCents(basis.costCents),
      average_cost_eur: average === null ? null : average / 1e6,
    };
  });
}

function whatText({kind, split, trade}: TrailRow): string {
  if (split) return `Split ${split.sharesBefore} to ${split.sharesAfter}`;
  return `${kind === "buy" ? "Bought" : "Sold"}\u00a0#${trade?.tradeId}`;
}

/** What a trail holds, in one sentence; `name` is that of the instrument. */
export function trailFinding(trail: Trail, name: string): string {
  const count = (kind: TrailRow["kind"]) => trail.rows.filter((row) => row.kind === kind).length;
  const last = trail.rows.at(-1);
  if (trail.symbol === "") return nothingHeld;
  if (!last) return `${name} was never traded`;
  const sales = count("sell");
  const splits = count("split");
  const many = list([
    plural(count("buy"), "purchase"),
    ...(sales > 0 ? [plural(sales, "sale")] : []),
    ...(splits > 0 ? [plural(splits, "split")] : []),
  ]);
  const average = averageCostE6(last.heldE6, last.basis);
  if (average === null) return sentence(`${many} left no shares`);
  return sentence(
    `${many} left ${sharesText(last.heldE6 / 1e6)} shares at €${number(average / 1e6, 2)} on average`,
  );
}

export interface PriceRow {
  readonly day: string;
  /** Close of one share of today, EUR. */
  readonly price_eur: number;
  /** What the shares held cost on average, fees of buying included; null where none is held. */
  readonly average_cost_eur: number | null;
}

/** Price and average cost by trading day of a period, in shares of today, so that a split makes no step. */
export function priceRows(
  trail: Trail,
  {market, splits, firstDay, lastDay}: Exchange,
  {from = firstDay, to = lastDay}: {from?: Day; to?: Day} = {},
): PriceRow[] {
  const {quantityE6, costCents} = heldByDay([trail], {from: firstDay, to});
  const rows: PriceRow[] = [];
  for (let day = from; day <= to; day++) {
    const isShown = day === to || market.isTradingDay[day - market.firstDay] === 1;
    if (!isShown || !isQuotedOn(market, trail.symbol, day)) continue;
    const perShare = sharesSince(splits, trail.symbol, day);
    const held = quantityE6[day - firstDay]!;
    rows.push({
      day: formatDay(day),
      price_eur: unitOn(market, trail.symbol, day) / 1e10 / perShare,
      average_cost_eur: held > 0 ? (costCents[day - firstDay]! * 1e4) / held / perShare : null,
    });
  }
  return rows;
}

export interface TradeMark {
  readonly day: string;
  readonly side: "buy" | "sell";
  readonly quantity: number;
  /** Of one share of today, EUR. */
  readonly price_eur: number;
  readonly gross_eur: number;
}

/** The trades of a trail at the prices they were made at, from a day on. */
export function tradeMarks(trail: Trail, {splits}: Pick<Exchange, "splits">): TradeMark[] {
  return trail.rows.flatMap(({trade, day}) => {
    if (!trade) return [];
    return [
      {
        day: formatDay(day),
        side: trade.side,
        quantity: trade.quantityE6 / 1e6,
        price_eur: (trade.price * trade.rateE6) / 1e6 / sharesSince(splits, trade.symbol, day),
        gross_eur: eurFromCents(trade.grossCents),
      },
    ];
  });
}

/** How the price compares with what was paid, or what became of the holding; `name` is that of the instrument. */
export function priceFinding(name: string, rows: readonly PriceRow[]): string {
  const last = rows.at(-1);
  if (name === "") return nothingHeld;
  if (!last) return `There is no price of ${name}`;
  if (last.average_cost_eur === null) return `${name} was sold`;
  const gain = last.price_eur / last.average_cost_eur - 1;
  if (rounded(gain, 3) === 0) return `${name} is worth what was paid for it`;
  return `${name} is worth ${percent(Math.abs(gain), 1)} ${gain < 0 ? "less" : "more"} than was paid for it`;
}
