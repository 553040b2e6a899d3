import {categoryCode, channelCode, type PartyCode} from "../../../src/lib/bank/codes.js";
import {maybeSession} from "../../../src/lib/bank/exchanges.js";
import type {Trade} from "../../../src/lib/ledger/posting.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {grossCents, splitQuantity} from "../../../src/lib/ledger/trading.js";
import {between, chance, type Stream} from "../../../src/lib/stream.js";
import type {Bank} from "../bank.js";
import type {Drafts} from "../drafts.js";
import {instruments} from "../instruments.js";
import {type Investor, planInvestors, purchase, sale} from "../investors.js";
import type {MarketDay, PlannedSplit} from "../market.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {type Order, ordersOf} from "../orders.js";
import {inSpan, type Span} from "../ranges.js";
import type {Theme} from "./theme.js";

const book = channelCode("book");
const tradeCategory = categoryCode("trade");
const funding = categoryCode("brokerage_funding");

/** What stays on the checking account when money is moved to invest it. */
const cushionCents = 10_000;
/** Money is moved in steps of so many cents, and so many minutes before the purchase it is for. */
const fundingStep = 500;
const minutesBefore: Span = [3, 40];
/** The share of sales that are of all that is held (the others are of a half), and the least that is sold, in cents. */
const wholeShare = 0.4;
const leastSale = 5_000;
/** The share of sales whose money goes to the checking account, and how many minutes later. */
const takesOutShare = 0.35;
const minutesAfter: Span = [20, 90];
/** The part of what a sale brings that is invested again; the rest stays for fees. */
const investedAgain = 0.97;
/** Millionths in a share: what is held is counted in them, but a half is sold in whole shares. */
const oneShareE6 = 1e6;

/** Orders of investors, each after the habit of the investor, and the cash moved for them. */
export const trades: Theme = {
  name: "trades",
  open(bank) {
    const investors = planInvestors(bank);
    const desk = new Desk(bank);
    let splitsSeen = 0;
    return (frame, drafts) => {
      const {splits} = bank.market;
      for (; splitsSeen < splits.length; splitsSeen++) {
        const {instrument, before, after} = splits[splitsSeen]!;
        for (const {held} of investors) {
          held[instrument] = splitQuantity(held[instrument]!, before, after);
        }
      }
      for (const investor of investors) {
        if (frame.index < investor.startsIn) continue;
        for (const order of ordersOf(investor, frame)) {
          desk.place(drafts, investor, afterSplit(order, frame, splits.at(-1)));
        }
      }
    };
  },
};

/** In the month of a split, orders in that share wait for it, so that all are counted in new shares. */
function afterSplit(order: Order, frame: MonthFrame, split: PlannedSplit | undefined): Order {
  const {instrument, on} = order;
  if (!split || instrument !== split.instrument || on.day >= split.day) return order;
  return {...order, on: frame.tradingDays(instrument).find(({day}) => day >= split.day) ?? on};
}

/**
 * Turns orders into proposals within the hours of the exchange: purchases in the first half of the session, sales in
 * the second, and what is taken out of them after it.
 */
class Desk {
  readonly #market: PartyCode;
  readonly #buyTexts: readonly number[];
  readonly #sellTexts: readonly number[];
  readonly #fundingText: number;
  readonly #withdrawalText: number;

  constructor({texts, outside}: Bank) {
    this.#market = outside.market;
    this.#buyTexts = instruments.map(({symbol}) => texts.of(`Buy ${symbol}`));
    this.#sellTexts = instruments.map(({symbol}) => texts.of(`Sell ${symbol}`));
    this.#fundingText = texts.of("To brokerage");
    this.#withdrawalText = texts.of("From brokerage");
  }

  place(drafts: Drafts, investor: Investor, order: Order): void {
    if (order.side === "buy") this.#buy(drafts, investor, order);
    else this.#sell(drafts, investor, order);
  }

  #buy(drafts: Drafts, investor: Investor, order: Order): void {
    const {instrument, cents, on, isFunded, isPlanned} = order;
    const {draw, person} = investor;
    const trade = purchase(investor, instrument, cents, {marketDay: on, isPlanned});
    if (!trade) return;
    const at = instant(on.day, 0, minuteIn(draw, instrument, on, "first"), person % 60);
    const needed = grossCents(trade.quantityE6, trade.priceE4, trade.rateE6) + trade.feeCents;
    const funded = isFunded
      ? this.#fund(drafts, investor, at - 60 * inSpan(draw, minutesBefore), needed)
      : -1;
    const added = this.#trade(drafts, investor, at, trade, this.#buyTexts[instrument]!);
    drafts.proposals.setRequired(added, funded);
    investor.held[instrument]! += trade.quantityE6;
  }

  /** Moves money for a purchase, but none that is not there: nobody goes into overdraft to invest. */
  #fund({proposals}: Drafts, investor: Investor, at: number, needed: number): number {
    const {checking, brokerage, overdraftCents} = investor;
    const cents = Math.ceil(needed / fundingStep) * fundingStep;
    const funded = proposals.inside({
      at,
      from: checking,
      to: brokerage,
      amountCents: cents,
      channel: book,
      category: funding,
      toCategory: funding,
      text: this.#fundingText,
    });
    proposals.setReserve(funded, cents + overdraftCents + cushionCents);
    return funded;
  }

  #sell(drafts: Drafts, investor: Investor, {instrument, on}: Order): void {
    const {draw, held, person} = investor;
    const isWhole = chance(draw, wholeShare);
    const takesOut = chance(draw, takesOutShare);
    const at = instant(on.day, 0, minuteIn(draw, instrument, on, "second"), person % 60);
    const wholeHalf = Math.floor(held[instrument]! / 2 / oneShareE6) * oneShareE6;
    const quantity = isWhole ? held[instrument]! : wholeHalf;
    const trade = sale(investor, instrument, quantity, on);
    const gross = grossCents(quantity, trade.priceE4, trade.rateE6);
    if (gross < leastSale) return;
    const sold = this.#trade(drafts, investor, at, trade, this.#sellTexts[instrument]!);
    held[instrument]! -= quantity;
    if (!takesOut) {
      investor.idleCents += Math.floor(gross * investedAgain);
      return;
    }
    const moved = drafts.proposals.inside({
      at: at + 60 * inSpan(draw, minutesAfter),
      from: investor.brokerage,
      to: investor.checking,
      amountCents: Math.floor((gross - trade.feeCents) / 100) * 100,
      channel: book,
      category: funding,
      toCategory: funding,
      text: this.#withdrawalText,
    });
    drafts.proposals.setRequired(moved, sold);
  }

  #trade(drafts: Drafts, {brokerage}: Investor, at: number, trade: Trade, text: number): number {
    const {proposals, trades: list} = drafts;
    const added = proposals.border({
      at,
      account: brokerage,
      party: this.#market,
      amountCents: 0,
      channel: book,
      category: tradeCategory,
      text,
    });
    proposals.setRule(added, Rule.trade, list.push(trade) - 1);
    return added;
  }
}

/** A minute of the day in one half of the session of an instrument's exchange. */
function minuteIn(
  draw: Stream,
  instrument: number,
  {day}: MarketDay,
  half: "first" | "second",
): number {
  const session = maybeSession(instruments[instrument]!.exchange, day);
  if (!session) throw new Error(`no trading of ${instruments[instrument]!.symbol} on day ${day}`);
  const middle = Math.floor((session.opens + session.closes) / 2);
  return half === "first"
    ? between(draw, session.opens + 1, middle - 1)
    : between(draw, middle, session.closes - 2);
}
