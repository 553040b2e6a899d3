import {categoryCode} from "../../../src/lib/categoryCodes.js";
import type {Trade} from "../../../src/lib/posting.js";
import {Rule} from "../../../src/lib/proposals.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {grossCents, splitQuantity} from "../../../src/lib/trading.js";
import type {Bank} from "../bank.js";
import type {Drafts} from "../drafts.js";
import {instruments} from "../instruments.js";
import {fund, type Investor, planInvestors, purchase, sale} from "../investors.js";
import type {MarketDay} from "../market.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {channelCode, type Theme} from "./theme.js";

const book = channelCode("book");
const tradeCategory = categoryCode("trade");
const funding = categoryCode("brokerage_funding");

/** What an investor wants on a day. Money for a funded purchase comes from the checking account. */
interface Order {
  readonly side: Trade["side"];
  readonly instrument: number;
  readonly on: MarketDay;
  readonly cents: number;
  readonly isFunded: boolean;
}

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

/** A month's orders of an investor, in the order of their days. */
function ordersOf(investor: Investor, frame: MonthFrame): Order[] {
  const {draw, habit, size, startsIn} = investor;
  const orders: Order[] = [];
  if (investor.idleCents > 2 * size) {
    const cents = Math.floor(investor.idleCents * (habit === "holder" ? 0.9 : 0.5));
    investor.idleCents -= cents;
    orders.push({...anOrder(investor, frame, "buy", cents), isFunded: false});
  }
  if (habit === "plan") {
    const day = frame.businessDay(investor.day);
    const on = frame.market.find((candidate) => candidate.day >= day) ?? frame.market.at(-1)!;
    orders.push({side: "buy", instrument: fund, on, cents: size, isFunded: true});
  } else if (habit === "picker") {
    if (chance(draw, 0.42))
      orders.push(anOrder(investor, frame, "buy", size * between(draw, 2, 5)));
    if (chance(draw, 0.1)) orders.push(anOrder(investor, frame, "sell", 0));
  } else if (habit === "trader") {
    for (let count = between(draw, 2, 6); count > 0; count--) {
      const order = chance(draw, 0.4)
        ? anOrder(investor, frame, "sell", 0)
        : anOrder(investor, frame, "buy", size * between(draw, 1, 6));
      orders.push(order);
    }
  } else if (frame.index === startsIn || chance(draw, 0.03)) {
    orders.push(anOrder(investor, frame, "buy", size * between(draw, 6, 14)));
  }
  return orders.sort((a, b) => a.on.day - b.on.day);
}

/** An order in one of the favourites, on any day of the month. */
function anOrder(
  {draw, favourites}: Investor,
  frame: MonthFrame,
  side: Order["side"],
  cents: number,
): Order {
  return {
    side,
    instrument: pick(draw, favourites),
    on: pick(draw, frame.market),
    cents,
    isFunded: true,
  };
}

/** In the month of a split, orders in that share wait for it, so that all are counted in new shares. */
function afterSplit(
  order: Order,
  frame: MonthFrame,
  split: {instrument: number; day: number} | undefined,
): Order {
  if (!split || order.instrument !== split.instrument || order.on.day >= split.day) return order;
  return {...order, on: frame.market.find(({day}) => day >= split.day) ?? order.on};
}

/** Turns orders into proposals. Purchases come in the morning, sales after noon, money out in the evening. */
class Desk {
  readonly #market: number;
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

  #buy(drafts: Drafts, investor: Investor, {instrument, cents, on, isFunded}: Order): void {
    const trade = purchase(investor, instrument, cents, on);
    if (!trade) return;
    const minute = between(investor.draw, 0, 59);
    const needed = grossCents(trade.quantityMicro, trade.priceE4, trade.rateE6) + trade.feeCents;
    const funded = isFunded
      ? drafts.proposals.transfer(
          instant(on.day, 7, minute, investor.person % 60),
          investor.checking,
          investor.brokerage,
          Math.ceil(needed / 500) * 500,
          book,
          funding,
          funding,
          this.#fundingText,
        )
      : -1;
    const at = instant(on.day, between(investor.draw, 8, 11), minute, investor.person % 60);
    const added = this.#trade(drafts, investor, at, trade, this.#buyTexts[instrument]!);
    drafts.proposals.requires[added] = funded;
    investor.held[instrument]! += trade.quantityMicro;
  }

  #sell(drafts: Drafts, investor: Investor, {instrument, on}: Order): void {
    const {draw, held, person} = investor;
    const isWhole = chance(draw, 0.4);
    const takesOut = chance(draw, 0.35);
    const at = instant(on.day, between(draw, 13, 15), between(draw, 0, 59), person % 60);
    const quantity = isWhole ? held[instrument]! : Math.floor(held[instrument]! / 2e6) * 1e6;
    const trade = sale(investor, instrument, quantity, on);
    const gross = grossCents(quantity, trade.priceE4, trade.rateE6);
    if (gross < 5_000) return;
    const sold = this.#trade(drafts, investor, at, trade, this.#sellTexts[instrument]!);
    held[instrument]! -= quantity;
    if (!takesOut) {
      investor.idleCents += Math.floor(gross * 0.97);
      return;
    }
    const moved = drafts.proposals.transfer(
      instant(on.day, 17, 5, person % 60),
      investor.brokerage,
      investor.checking,
      Math.floor((gross - trade.feeCents) / 100) * 100,
      book,
      funding,
      funding,
      this.#withdrawalText,
    );
    drafts.proposals.requires[moved] = sold;
  }

  #trade(drafts: Drafts, {brokerage}: Investor, at: number, trade: Trade, text: number): number {
    const {proposals, trades: list} = drafts;
    const added = proposals.border(at, brokerage, this.#market, 0, book, tradeCategory, text);
    proposals.rule[added] = Rule.trade;
    proposals.link[added] = list.push(trade) - 1;
    return added;
  }
}
