import {categoryCode, type Trade} from "../../../src/lib/ledger.js";
import {normal} from "../../../src/lib/normal.js";
import {Rule} from "../../../src/lib/proposals.js";
import {between, chance, pick, pickIndex, type Stream, stream} from "../../../src/lib/stream.js";
import {grossCents, splitQuantity} from "../../../src/lib/trading.js";
import type {Drafts} from "../drafts.js";
import {currencyOf, instruments, type MarketDay} from "../market.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {channelCode, type Theme} from "./theme.js";

const book = channelCode("book");
const tradeCategory = categoryCode("trade");
const funding = categoryCode("brokerage_funding");
const fund = instruments.findIndex(({symbol}) => symbol === "VWRL");
const shares = instruments.flatMap(({kind}, index) => (kind === "share" ? [index] : []));
const habits = ["plan", "picker", "trader", "holder"] as const;

interface Investor {
  readonly person: number;
  readonly habit: (typeof habits)[number];
  readonly checking: number;
  readonly brokerage: number;
  readonly draw: Stream;
  readonly favourites: readonly number[];
  /** Cents for each order, and the day of the month of a plan. */
  readonly size: number;
  readonly day: number;
  readonly startsIn: number;
  /** What the investor believes to hold, in millionths of a share. */
  readonly held: Float64Array;
  /** Cash brought along, still to be invested. */
  initialCents: number;
}

/**
 * Investors of four habits: a monthly plan into one fund, a few chosen shares bought now and then, frequent
 * trading, and buying once to hold. Orders are funded from the checking account on the same day.
 */
export const trades: Theme = {
  name: "trades",
  open(bank) {
    const {people, holdings, accounts, texts, outside, market} = bank;
    const investing = people.filter(({invests}) => invests);
    const investors = investing.map(({index, id, incomeCents}): Investor => {
      const draw = stream(bank.parameters.seed, `trades/${id}`);
      const {checking, brokerage} = holdings.ofPerson[index]!;
      const habit = habits[pickIndex(draw, [46, 30, 8, 16])]!;
      const favourites = favouritesOf(draw, habit);
      const step = habit === "plan" ? 2_500 : 5_000;
      return {
        person: index,
        habit,
        checking,
        brokerage,
        draw,
        favourites,
        size: Math.max(step, Math.round((incomeCents * (0.03 + 0.09 * draw())) / step) * step),
        day: between(draw, 2, 20),
        startsIn: Math.max(
          0,
          Math.ceil((accounts[brokerage]!.openedOn - people[index]!.joinedOn) / 400) +
            between(draw, 0, 2),
        ),
        held: new Float64Array(instruments.length),
        initialCents: Math.floor(accounts[brokerage]!.openingCents * 0.9),
      };
    });
    const buyTexts = instruments.map(({symbol}) => texts.of(`Buy ${symbol}`));
    const sellTexts = instruments.map(({symbol}) => texts.of(`Sell ${symbol}`));
    const fundingText = texts.of("To brokerage");
    const withdrawalText = texts.of("From brokerage");
    let splitsSeen = 0;

    const order = (
      {proposals, trades: list}: Drafts,
      investor: Investor,
      at: number,
      trade: Trade,
      requires: number,
    ): number => {
      const added = proposals.border(
        at,
        investor.brokerage,
        outside.market,
        0,
        book,
        tradeCategory,
        (trade.side === "buy" ? buyTexts : sellTexts)[trade.instrument]!,
      );
      proposals.rule[added] = Rule.trade;
      proposals.link[added] = list.push(trade) - 1;
      proposals.requires[added] = requires;
      return added;
    };

    const buy = (
      frame: MonthFrame,
      drafts: Drafts,
      investor: Investor,
      instrument: number,
      cents: number,
      funded: boolean,
      marketDay: MarketDay,
    ) => {
      const {draw} = investor;
      const trade = buyFor(investor, instrument, cents, marketDay);
      if (!trade || frame.first > marketDay.day) return;
      const minute = between(draw, 0, 59);
      let requires = -1;
      if (funded) {
        const needed =
          grossCents(trade.quantityMicro, trade.priceE4, trade.rateE6) + trade.feeCents;
        requires = drafts.proposals.transfer(
          instant(marketDay.day, 7, minute, investor.person % 60),
          investor.checking,
          investor.brokerage,
          Math.ceil(needed / 500) * 500,
          book,
          funding,
          funding,
          fundingText,
        );
      }
      order(
        drafts,
        investor,
        instant(marketDay.day, between(draw, 8, 15), minute, between(draw, 0, 59)),
        trade,
        requires,
      );
      investor.held[instrument]! += trade.quantityMicro;
    };

    const sell = (drafts: Drafts, investor: Investor, instrument: number, marketDay: MarketDay) => {
      const {draw, held} = investor;
      const part = chance(draw, 0.4) ? 1 : 0.5;
      const quantityMicro =
        part === 1 ? held[instrument]! : Math.floor(held[instrument]! / 2e6) * 1e6;
      const trade = execution(draw, "sell", instrument, quantityMicro, marketDay);
      const at = instant(
        marketDay.day,
        between(draw, 8, 15),
        between(draw, 0, 59),
        between(draw, 0, 59),
      );
      const takesOut = chance(draw, 0.35);
      const gross = grossCents(quantityMicro, trade.priceE4, trade.rateE6);
      if (quantityMicro === 0 || gross < 5_000) return;
      const sold = order(drafts, investor, at, trade, -1);
      held[instrument]! -= quantityMicro;
      if (!takesOut) {
        investor.initialCents += Math.floor(gross * 0.97);
        return;
      }
      const moved = drafts.proposals.transfer(
        instant(marketDay.day, 17, 5, investor.person % 60),
        investor.brokerage,
        investor.checking,
        Math.floor((gross - trade.feeCents) / 100) * 100,
        book,
        funding,
        funding,
        withdrawalText,
      );
      drafts.proposals.requires[moved] = sold;
    };

    return (frame, drafts) => {
      for (; splitsSeen < market.splits.length; splitsSeen++) {
        const {instrument, before, after} = market.splits[splitsSeen]!;
        for (const {held} of investors)
          held[instrument] = splitQuantity(held[instrument]!, before, after);
      }
      const splitOn = market.splits.at(-1)?.day ?? 0;
      for (const investor of investors) {
        const {draw, habit, size, day, startsIn, favourites} = investor;
        if (frame.index < startsIn) continue;
        const on = () => dayAfter(frame, splitOn, pick(draw, frame.market));
        if (investor.initialCents > 2 * size && favourites.length > 0) {
          const spent = Math.floor(investor.initialCents * (habit === "holder" ? 0.9 : 0.5));
          investor.initialCents -= spent;
          buy(frame, drafts, investor, pick(draw, favourites), spent, false, on());
        }
        if (habit === "plan") {
          const wanted = frame.businessDay(day);
          const marketDay =
            frame.market.find((candidate) => candidate.day >= wanted) ?? frame.market.at(-1)!;
          buy(frame, drafts, investor, fund, size, true, dayAfter(frame, splitOn, marketDay));
        } else if (habit === "picker") {
          if (chance(draw, 0.42))
            buy(
              frame,
              drafts,
              investor,
              pick(draw, favourites),
              size * between(draw, 2, 5),
              true,
              on(),
            );
          if (chance(draw, 0.1)) sell(drafts, investor, pick(draw, favourites), on());
        } else if (habit === "trader") {
          const orders = between(draw, 2, 6);
          for (let index = 0; index < orders; index++) {
            const instrument = pick(draw, favourites);
            if (investor.held[instrument]! > 0 && chance(draw, 0.5))
              sell(drafts, investor, instrument, on());
            else buy(frame, drafts, investor, instrument, size * between(draw, 1, 6), true, on());
          }
        } else if (frame.index === startsIn || chance(draw, 0.03)) {
          buy(
            frame,
            drafts,
            investor,
            pick(draw, favourites),
            size * between(draw, 6, 14),
            true,
            on(),
          );
        }
      }
    };
  },
};

/** In the month of a split, orders wait for it, so that nobody sells shares counted the old way. */
function dayAfter(frame: MonthFrame, splitOn: number, marketDay: MarketDay): MarketDay {
  if (marketDay.day >= splitOn) return marketDay;
  return frame.market.find(({day}) => day >= splitOn) ?? marketDay;
}

function favouritesOf(draw: Stream, habit: Investor["habit"]): number[] {
  if (habit === "plan") return [fund];
  const count = habit === "holder" ? between(draw, 1, 3) : between(draw, 2, 5);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(chance(draw, 0.15) ? fund : pick(draw, shares));
  return [...chosen];
}

/** A plan buys for exactly its amount, in fractions; the others buy whole shares, or a fraction of a dear one. */
function buyFor(
  investor: Investor,
  instrument: number,
  cents: number,
  marketDay: MarketDay,
): Trade | undefined {
  const trade = execution(investor.draw, "buy", instrument, 1_000_000, marketDay);
  const each = grossCents(1_000_000, trade.priceE4, trade.rateE6);
  const whole = Math.floor(cents / each);
  const quantityMicro =
    investor.habit === "plan" || whole === 0 ? Math.floor((cents / each) * 1e6) : whole * 1_000_000;
  const feeCents = investor.habit === "plan" ? 0 : feeFor((each * quantityMicro) / 1e6);
  return quantityMicro > 0 ? {...trade, quantityMicro, feeCents} : undefined;
}

function execution(
  draw: Stream,
  side: Trade["side"],
  instrument: number,
  quantityMicro: number,
  {closeE4, rateE6}: MarketDay,
): Trade {
  const priceE4 = Math.round((closeE4[instrument]! * (1 + 0.002 * normal(draw))) / 100) * 100;
  const rate = rateE6[currencyOf[instrument]!]!;
  const gross = (quantityMicro / 1e6) * (priceE4 / 100) * (rate / 1e6);
  return {instrument, side, quantityMicro, priceE4, rateE6: rate, feeCents: feeFor(gross)};
}

/** 0.1 % of the order, at least 1 EUR and at most 25. */
function feeFor(grossCents: number): number {
  return Math.min(2_500, Math.max(100, Math.round(grossCents * 0.001)));
}
