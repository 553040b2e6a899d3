/** What clients earned, each by the two measures of a return. */
import {isBeyondChance} from "../evidence/chance.js";
import {countsChance} from "../evidence/summaries.js";
import {percent} from "../format.js";
import {eurFromCents} from "../money.js";
import {withinChance} from "../words.js";
import {type Account, daysOf, viewOf} from "./account.js";
import type {Exchange} from "./brokerage.js";
import {portfolioCashFlows} from "./cashFlows.js";
import {moneyWeightedReturn} from "./moneyWeightedReturn.js";
import {points} from "./points.js";
import {timeWeightedReturn} from "./timeWeightedReturn.js";

/** A row of `person-client`. */
export interface ClientRow {
  readonly user_id: string;
  readonly name: string;
  readonly value_eur: number;
  readonly cash_eur: number;
  readonly trade_count: number;
  /** Days with money at work. */
  readonly day_count: number;
  /** Per year; null up to a year and where there is no answer, or more than one. */
  readonly twr_share: number | null;
  readonly xirr_share: number | null;
}

/** One row for each brokerage account with trades or cash, cash included in all figures; the largest first. */
export function clientRows(accounts: readonly Account[], exchange: Exchange): ClientRow[] {
  return accounts
    .map((account) => {
      const columns = daysOf(account, viewOf(account, exchange, "average"), exchange);
      const byTime = timeWeightedReturn(columns);
      const byMoney = moneyWeightedReturn(portfolioCashFlows(columns));
      return {
        user_id: account.userId,
        name: account.name,
        value_eur: eurFromCents(columns.valueCents.at(-1)!),
        cash_eur: eurFromCents(columns.cashCents.at(-1)!),
        trade_count: account.trades.length,
        day_count: byTime.kind === "return" ? byTime.days : 0,
        twr_share: byTime.kind === "return" ? shown(byTime.annualized) : null,
        xirr_share: byMoney.kind === "rate" ? shown(byMoney.annualized) : null,
      };
    })
    .sort((a, b) => b.value_eur - a.value_eur || (a.user_id < b.user_id ? -1 : 1));
}

/** A rate to the thousandth of a point; null for one beyond what a number holds. */
function shown(rate: number | null): number | null {
  return rate !== null && Number.isFinite(rate) ? Math.round(rate * 1e5) / 1e5 : null;
}

/** A client with both returns, and what the one is above the other. */
export interface TimedClient extends ClientRow {
  readonly twr_share: number;
  readonly xirr_share: number;
  readonly gap_share: number;
}

/** Those who traded and have both returns: more than a year at work. */
export function timedClients(rows: readonly ClientRow[]): TimedClient[] {
  return rows.flatMap((row) => {
    const {twr_share, xirr_share, trade_count} = row;
    if (twr_share === null || xirr_share === null || trade_count === 0) return [];
    return [{...row, twr_share, xirr_share, gap_share: xirr_share - twr_share}];
  });
}

export type Measure = "twr" | "xirr";

/** What a measure is called. */
export const measureNames = {
  twr: "Time-weighted",
  xirr: "Money-weighted (XIRR)",
} as const satisfies Record<Measure, string>;

/** How many clients fall into each band of return, for both measures. */
export interface ReturnBand {
  readonly measure: Measure;
  /** Lower end; the first band is open below, the last above. */
  readonly band_from: number;
  readonly client_count: number;
  readonly median_share: number;
}

/** The width of a band of returns. */
export const bandWidth = 0.05;
const [lowest, highest] = [-0.25, 0.5];

/** The bands of 5 points from −25 % to 50 %, beyond which they are open. Empty without clients. */
export function returnBands(rows: readonly TimedClient[]): ReturnBand[] {
  if (rows.length === 0) return [];
  const bandCount = Math.round((highest - lowest) / bandWidth) + 1;
  return (["twr", "xirr"] as const).flatMap((measure) => {
    const returns = rows.map((row) => row[`${measure}_share`]);
    const median = middle(returns);
    const counts = new Array<number>(bandCount).fill(0);
    for (const value of returns) {
      const band = Math.floor((value - lowest) / bandWidth + 1e-9);
      counts[Math.min(bandCount - 1, Math.max(0, band))]!++;
    }
    return counts.map((client_count, band) => ({
      measure,
      band_from: Math.round((lowest + band * bandWidth) * 100) / 100,
      client_count,
      median_share: median,
    }));
  });
}

/** What the median client earned by both measures, and how many lost. */
export function returnsFinding(rows: readonly TimedClient[]): string {
  if (rows.length === 0) return "No client has been invested for more than a year";
  const lost = rows.filter((row) => row.xirr_share < 0).length;
  const losers = lost === 0 ? "nobody lost money" : `${percent(lost / rows.length)} lost money`;
  const median = middle(rows.map((row) => row.xirr_share));
  return `The median client ${median < 0 ? "lost" : "earned"} ${percent(Math.abs(median), 1)} a year; ${losers}`;
}

/** Beyond this, timing is more than noise: half a point a year. */
export const noticeable = 0.005;

/**
 * Whom timing helped and whom it cost; which were more only where chance would rarely divide them so (sign test). That
 * holds for other clients on the same prices: these are common to all, and on others it could turn, which the figure notes.
 */
export function timingFinding(rows: readonly TimedClient[]): string {
  if (rows.length === 0) return "No gap to show";
  const cost = rows.filter((row) => row.gap_share < -noticeable).length;
  const helped = rows.filter((row) => row.gap_share > noticeable).length;
  const share = (clients: number) => percent(clients / rows.length);
  if (cost === 0 && helped === 0) return "Timing neither helped nor hurt anyone";
  if (cost === helped) return `Timing hurt as many clients as it helped, ${share(cost)} each`;
  if (!isBeyondChance(countsChance(cost, helped)))
    return `Timing helped ${share(helped)} of clients and hurt ${share(cost)}, a difference ${withinChance}`;
  const larger =
    cost > helped ? "hurt more clients than it helped" : "helped more clients than it hurt";
  return `On these prices, timing ${larger}: ${share(Math.max(cost, helped))} against ${share(Math.min(cost, helped))}`;
}

/** What the gap is at the middle and at the ends. */
export function timingText(rows: readonly TimedClient[]): string {
  if (rows.length === 0) return "";
  const gaps = rows.map((row) => row.gap_share).sort((a, b) => a - b);
  const [low, mid, high] = [0.1, 0.5, 0.9].map(
    (share) => gaps[Math.floor(share * (gaps.length - 1))]!,
  );
  const atMiddle =
    Math.abs(mid!) < 0.0005
      ? "For the median client the two returns are the same"
      : `For the median client the gap is ${points(mid!)} a year`;
  return `${atMiddle}. For one in ten it is ${points(low!)} or worse, for one in ten ${points(high!)} or better.`;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
