import {
  type ChannelCode,
  categoryCode,
  channelCode,
  type PartyCode,
} from "../../../src/lib/bank/codes.js";
import {type Day, secondsPerDay} from "../../../src/lib/day.js";
import type {Proposals} from "../../../src/lib/ledger/proposals.js";
import {chance, type Stream} from "../../../src/lib/stream.js";
import {type CardCategory, cardCategoryNames} from "../cardCategories.js";
import type {Outside} from "../outside.js";
import {inSpan, within} from "../ranges.js";
import {
  dayTableSize,
  hourTable,
  hourTableSize,
  shoppingDays,
  usualPayday,
} from "../shoppingDays.js";
import {tasteSize, tasteTables, ticketTables} from "../tastes.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");

const online: ReadonlySet<CardCategory> = new Set(["clothing", "recreation", "furnishings"]);
/** Of purchases of a kind that shops online sell as well, how many are made there. */
const onlineShare = 0.45;
/** Purchases of a month against those of an ordinary one, and by how much December has more. */
const monthly = {least: 0.75, spread: 0.5} as const;
const decemberFactor = 1.2;
/** A purchase against the ticket that was drawn for it. */
const ticketSize = {least: 0.92, spread: 0.16} as const;

/** How likely a purchase is sent or brought back, and how likely the same is bought twice in a row. */
const returned: Partial<Record<CardCategory, number>> = {
  clothing: 0.22,
  furnishings: 0.14,
  recreation: 0.09,
  personal_care: 0.04,
};
const bought: Partial<Record<CardCategory, number>> = {
  restaurants: 0.006,
  transport: 0.004,
  recreation: 0.006,
};
/** Seconds between a purchase and the same again. */
const againAfter = [20, 1500] as const;
/** Of what is returned, how much is returned in whole; after how many days, and in which second of the day. */
const wholeReturns = 0.65;
const backAfterDays = [2, 16] as const;
const backAtSecond = [25_000, 75_000] as const;

/** Cents that prices end with, as often as they stand here, and the least prices. */
const tableEndings = [0, 50, 0, 80, 0, 50, 20, 90, 40, 60];
const shopEndings = [99, 99, 95, 0, 90, 99, 50, 99, 0, 49];
const leastPrice = {exact: 45, table: 150, shop: 99} as const;

/** What is known of somebody before they go shopping in a month. */
interface Shopper {
  readonly draw: Stream;
  readonly account: number;
  /** Shops of the city by card category. */
  readonly shops: readonly (readonly PartyCode[])[];
  readonly dayTable: Uint8Array;
  readonly taste: Uint8Array;
  readonly scale: number;
  /** Cents that are left untouched. */
  readonly kept: number;
}

interface Purchase {
  readonly at: number;
  readonly category: number;
  readonly where: number;
  readonly price: number;
  readonly shop: PartyCode;
  readonly channel: ChannelCode;
}

/**
 * Purchases with the card or an online wallet, on any day of the week. A few come twice (two coffees, two tickets), and
 * some are returned: all or a part of the money comes back from the same shop some days later.
 */
export const cards: Theme = {
  name: "cards",
  open(bank) {
    const {budgets, people, incomes, holdings, outside} = bank;
    const draws = streamsFor(bank, "card", people);
    const restraint = restraints(bank);
    return (frame, {proposals, customers}) => {
      const days = shoppingDays(frame);
      const busy = frame.calendarMonth === 12 ? decemberFactor : 1;
      for (const {index, city, persona} of customers) {
        const draw = draws.of(index);
        const shopper: Shopper = {
          draw,
          account: holdings.ofPerson[index]!.checking,
          shops: outside.shops[city]!,
          dayTable: days[incomes.spell(index, frame.index)?.payday ?? usualPayday]!,
          taste: tasteTables[persona],
          scale: budgets.scale(index, frame.index),
          kept: restraint[index]!,
        };
        const usual = budgets.of[index]!.purchases * busy;
        const count = Math.floor(usual * within(draw, monthly) + draw());
        for (let purchase = 0; purchase < count; purchase++) {
          buy(proposals, shopper, purchaseOf(shopper, frame.first, outside), outside);
        }
      }
    };
  },
};

function purchaseOf(shopper: Shopper, first: Day, outside: Outside): Purchase {
  const {draw, shops, dayTable, taste, scale} = shopper;
  const day = first + dayTable[Math.floor(draw() * dayTableSize)]!;
  const hour = hourTable[Math.floor(draw() * hourTableSize)]!;
  const at = day * secondsPerDay + (hour * 3600 + Math.floor(draw() * 3600));
  const category = taste[Math.floor(draw() * tasteSize)]!;
  const ticket = ticketTables[category]![Math.floor(draw() * tasteSize)]!;
  const cents = ticket * scale * within(draw, ticketSize);
  const where = draw();
  const isOnline = onlineCategories[category] === 1 && where < onlineShare;
  const choices = isOnline ? outside.online : shops[category]!;
  // Squared: the first shop of the list is the favourite.
  const favour = draw();
  const shop = choices[Math.floor(favour * favour * choices.length)]!;
  const price = priced(category, cents, where);
  return {at, category, where, price, shop, channel: isOnline ? money : card};
}

/** Proposes a purchase, and what may follow: the same again, or money back. */
function buy(proposals: Proposals, shopper: Shopper, purchase: Purchase, {texts}: Outside): void {
  const {draw, kept} = shopper;
  const {at, category, price, shop} = purchase;
  const text = texts[shop]!;
  const added = pay(proposals, shopper, purchase, at, -price, text);
  proposals.setReserve(added, price + kept);
  const fate = draw();
  if (fate < repeats[category]!) {
    const midnight = (Math.floor(at / secondsPerDay) + 1) * secondsPerDay;
    const again = Math.min(at + inSpan(draw, againAfter), midnight - 1);
    const other = pay(proposals, shopper, purchase, again, -price, text);
    proposals.setRequired(other, added);
    proposals.setReserve(other, price + kept);
  } else if (fate > 1 - returns[category]!) {
    const part = partReturned(draw, purchase);
    const day = Math.floor(at / secondsPerDay) + inSpan(draw, backAfterDays);
    const on = day * secondsPerDay + inSpan(draw, backAtSecond);
    proposals.setRequired(pay(proposals, shopper, purchase, on, part, text), added);
  }
}

function partReturned(draw: Stream, {category, price, where}: Purchase): number {
  return chance(draw, wholeReturns)
    ? price
    : Math.min(priced(category, price * draw(), where), price);
}

function pay(
  proposals: Proposals,
  {account}: Shopper,
  {category, shop: party, channel}: Purchase,
  at: number,
  amountCents: number,
  text: number,
): number {
  const code = codes[category]!;
  return proposals.border({at, account, party, amountCents, channel, category: code, text});
}

/** By the number of a card category. */
const codes = cardCategoryNames.map(categoryCode);
const onlineCategories = Uint8Array.from(cardCategoryNames, (name) => (online.has(name) ? 1 : 0));
const returns = Float64Array.from(cardCategoryNames, (name) => returned[name] ?? 0);
const repeats = Float64Array.from(cardCategoryNames, (name) => bought[name] ?? 0);

/** An amount as a price would end: free cents at supermarkets and pumps, .00, .50 or .90 at tables, .99 in shops. */
function priced(category: number, cents: number, draw: number): number {
  const name = cardCategoryNames[category]!;
  if (name === "groceries" || name === "transport") {
    return Math.max(leastPrice.exact, Math.round(cents));
  }
  const euros = Math.floor(cents / 100);
  const ending = Math.floor(draw * 10);
  return name === "restaurants"
    ? Math.max(leastPrice.table, euros * 100 + tableEndings[ending]!)
    : Math.max(leastPrice.shop, euros * 100 + shopEndings[ending]!);
}
