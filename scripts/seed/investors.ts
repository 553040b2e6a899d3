/**
 * The investors: their habits, what they like, how much they put in, and what they believe to hold. A belief
 * can be wrong, when the ledger refused a purchase for want of money; then it refuses the sale as well.
 */
import {type Day, monthOf} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import type {Trade} from "../../src/lib/posting.js";
import {between, chance, pick, pickIndex, type Stream, stream} from "../../src/lib/stream.js";
import {grossCents} from "../../src/lib/trading.js";
import type {Bank} from "./bank.js";
import {currencyOf, instruments} from "./instruments.js";
import type {MarketDay} from "./market.js";

const habits = ["plan", "picker", "trader", "holder"] as const;
const habitWeights = [46, 30, 8, 16];
export const fund = instruments.findIndex(({symbol}) => symbol === "VWRL");
const shares = instruments.flatMap(({kind}, index) => (kind === "share" ? [index] : []));

export interface Investor {
  readonly person: number;
  /** A monthly plan into one fund; a few chosen shares now and then; frequent trading; buying once to hold. */
  readonly habit: (typeof habits)[number];
  readonly checking: number;
  readonly brokerage: number;
  readonly draw: Stream;
  readonly favourites: readonly number[];
  /** Cents of an ordinary order. */
  readonly size: number;
  /** Day of the month of a plan. */
  readonly day: number;
  /** First month with an order. */
  readonly startsIn: number;
  /** Millionths of a share believed to be held, by instrument. */
  readonly held: Float64Array;
  /** Cents on the brokerage account that are still to be invested. */
  idleCents: number;
}

/** The investors among the people, in the order of their numbers. */
export function planInvestors({people, holdings, accounts, parameters}: Bank): Investor[] {
  const opensIn = (day: Day) => monthOf(day) + 1 - parameters.start;
  return people
    .filter(({invests}) => invests)
    .map(({index, id, incomeCents}) => {
      const draw = stream(parameters.seed, `trades/${id}`);
      const {checking, brokerage} = holdings.ofPerson[index]!;
      const habit = habits[pickIndex(draw, habitWeights)]!;
      const step = habit === "plan" ? 2_500 : 5_000;
      const share = 0.03 + 0.09 * draw();
      return {
        person: index,
        habit,
        checking,
        brokerage,
        draw,
        favourites: favouritesOf(draw, habit),
        size: Math.max(step, Math.round((incomeCents * share) / step) * step),
        day: between(draw, 2, 20),
        startsIn: between(draw, 0, 2) + Math.max(0, opensIn(accounts[brokerage]!.openedOn)),
        held: new Float64Array(instruments.length),
        idleCents: Math.floor(accounts[brokerage]!.openingCents * 0.9),
      };
    });
}

function favouritesOf(draw: Stream, habit: Investor["habit"]): number[] {
  if (habit === "plan") return [fund];
  const count = habit === "holder" ? between(draw, 1, 3) : between(draw, 2, 5);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(chance(draw, 0.15) ? fund : pick(draw, shares));
  return [...chosen];
}

/**
 * The purchase that an amount in cents buys: a plan spends exactly its amount, in fractions of a share and
 * without a fee; the others buy whole shares, or a fraction of one that is dearer. Undefined if that is none.
 */
export function purchase(
  {draw, habit}: Investor,
  instrument: number,
  cents: number,
  marketDay: MarketDay,
): Trade | undefined {
  const {priceE4, rateE6} = quote(draw, instrument, marketDay);
  const each = grossCents(1_000_000, priceE4, rateE6);
  const whole = Math.floor(cents / each);
  const quantityMicro =
    habit === "plan" || whole === 0 ? Math.floor((cents / each) * 1e6) : whole * 1_000_000;
  if (quantityMicro === 0) return undefined;
  const feeCents = habit === "plan" ? 0 : feeFor(grossCents(quantityMicro, priceE4, rateE6));
  return {instrument, side: "buy", quantityMicro, priceE4, rateE6, feeCents};
}

/** The sale of a number of millionths of a share. */
export function sale(
  {draw}: Investor,
  instrument: number,
  quantityMicro: number,
  marketDay: MarketDay,
): Trade {
  const {priceE4, rateE6} = quote(draw, instrument, marketDay);
  const feeCents = feeFor(grossCents(quantityMicro, priceE4, rateE6));
  return {instrument, side: "sell", quantityMicro, priceE4, rateE6, feeCents};
}

/** A price within the day, near its close, and the day's rate of exchange. */
function quote(draw: Stream, instrument: number, {closeE4, rateE6}: MarketDay) {
  return {
    priceE4: Math.round((closeE4[instrument]! * (1 + 0.002 * normal(draw))) / 100) * 100,
    rateE6: rateE6[currencyOf[instrument]!]!,
  };
}

/** 0.1 % of the order, at least 1 EUR and at most 25. */
function feeFor(grossCents: number): number {
  return Math.min(2_500, Math.max(100, Math.round(grossCents * 0.001)));
}
