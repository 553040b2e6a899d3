/**
 * The investors: their habits, what they like, how much they put in, and what they believe to hold. A belief
 * can be wrong, when the ledger refused a purchase for want of money; then it refuses the sale as well.
 */
import {type Day, monthOf} from "../../src/lib/day.js";
import type {Trade} from "../../src/lib/ledger/posting.js";
import {grossCents} from "../../src/lib/ledger/trading.js";
import {normal} from "../../src/lib/normal.js";
import {between, chance, pickIndex, type Stream, stream} from "../../src/lib/stream.js";
import type {Bank} from "./bank.js";
import {pickedSecurities, plannedFunds} from "./favourites.js";
import {currencyOf, instruments} from "./instruments.js";
import type {MarketDay} from "./market.js";
import {cities} from "./places.js";
import {inSpan, within} from "./ranges.js";

const habits = ["plan", "picker", "trader", "holder"] as const;
const habitWeights = [46, 30, 8, 16];

export interface Investor {
  readonly person: number;
  /** A monthly plan into funds; chosen securities now and then; frequent trading; buying once to hold. */
  readonly habit: (typeof habits)[number];
  readonly checking: number;
  readonly brokerage: number;
  /** Cents by which checking may fall below zero: never for an investment. */
  readonly overdraftCents: number;
  readonly draw: Stream;
  /** The funds of a monthly plan. */
  readonly plan: readonly number[];
  /** What else they want to hold, in the order of buying. */
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

/** An order in cents: a part of the month's income, least and what comes on top at most, in steps of 25 or 50 euros. */
const orderShare = {least: 0.03, spread: 0.09} as const;
const orderStep = {plan: 2_500, other: 5_000} as const;
/** The share of plans beside which somebody picks a security or two of their own. */
const picksBesideShare = 0.35;
const picksBeside = [1, 2] as const;
/** Days of the month of an order: early for most, who buy when the salary is there. */
const orderDays = {earlyShare: 0.7, early: [1, 8], late: [10, 16]} as const;
/** The first order comes in one of so many months after the account was opened. */
const startsWithin = 2;
/** The part of what is on the account that is invested; the rest stays for fees. */
const investedShare = 0.9;
/** How far an execution lies from the day's close, as a standard deviation of its share. */
const quoteSpread = 0.002;
/** The fee of an order: a thousandth, in cents at least and at most. */
const fee = {share: 0.001, least: 100, most: 2_500} as const;

/** The investors among the people, in the order of their numbers. */
export function planInvestors({people, holdings, accounts, parameters}: Bank): Investor[] {
  const opensIn = (day: Day) => monthOf(day) + 1 - parameters.start;
  return people
    .filter(({invests}) => invests)
    .map(({index, id, incomeCents, city}) => {
      const draw = stream(parameters.seed, `trades/${id}`);
      const {checking, brokerage} = holdings.ofPerson[index]!;
      const habit = habits[pickIndex(draw, habitWeights)]!;
      const {country} = cities[city]!;
      const step = orderStep[habit === "plan" ? "plan" : "other"];
      const share = within(draw, orderShare);
      const picksMore = habit === "plan" && chance(draw, picksBesideShare);
      return {
        person: index,
        habit,
        checking,
        brokerage,
        overdraftCents: accounts[checking]!.overdraftCents,
        draw,
        plan: habit === "plan" ? plannedFunds(draw) : [],
        favourites:
          habit !== "plan"
            ? pickedSecurities(draw, country)
            : picksMore
              ? pickedSecurities(draw, country, inSpan(draw, picksBeside))
              : [],
        size: Math.max(step, Math.round((incomeCents * share) / step) * step),
        day: inSpan(draw, orderDays[chance(draw, orderDays.earlyShare) ? "early" : "late"]),
        startsIn:
          between(draw, 0, startsWithin) + Math.max(0, opensIn(accounts[brokerage]!.openedOn)),
        held: new Float64Array(instruments.length),
        idleCents: Math.floor(accounts[brokerage]!.openingCents * investedShare),
      };
    });
}

/**
 * The purchase that an amount in cents buys: a fund of a plan for exactly its amount, in fractions and without a fee;
 * everything else in whole shares, or a fraction of one that is dearer. Undefined if that is none.
 */
export function purchase(
  {draw}: Investor,
  instrument: number,
  cents: number,
  {marketDay, isPlanned}: {marketDay: MarketDay; isPlanned: boolean},
): Trade | undefined {
  const {priceE4, rateE6} = quote(draw, instrument, marketDay);
  const each = grossCents(1_000_000, priceE4, rateE6);
  const whole = Math.floor(cents / each);
  const quantityE6 =
    isPlanned || whole === 0 ? Math.floor((cents / each) * 1e6) : whole * 1_000_000;
  if (quantityE6 === 0) return undefined;
  const feeCents = isPlanned ? 0 : feeFor(grossCents(quantityE6, priceE4, rateE6));
  return {instrument, side: "buy", quantityE6, priceE4, rateE6, feeCents};
}

/** The sale of a number of millionths of a share. */
export function sale(
  {draw}: Investor,
  instrument: number,
  quantityE6: number,
  marketDay: MarketDay,
): Trade {
  const {priceE4, rateE6} = quote(draw, instrument, marketDay);
  const feeCents = feeFor(grossCents(quantityE6, priceE4, rateE6));
  return {instrument, side: "sell", quantityE6, priceE4, rateE6, feeCents};
}

/** A price within the day, near its close, and the day's rate of exchange. */
function quote(draw: Stream, instrument: number, {closeE4, rateE6}: MarketDay) {
  return {
    priceE4: Math.round((closeE4[instrument]! * (1 + quoteSpread * normal(draw))) / 100) * 100,
    rateE6: rateE6[currencyOf[instrument]!]!,
  };
}

/** The fee of an order, in cents. */
function feeFor(grossCents: number): number {
  return Math.min(fee.most, Math.max(fee.least, Math.round(grossCents * fee.share)));
}
