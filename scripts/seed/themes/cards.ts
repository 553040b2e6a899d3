import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {secondsPerDay, weekdayOf} from "../../../src/lib/day.js";
import {between, chance} from "../../../src/lib/stream.js";
import type {MonthFrame} from "../monthFrame.js";
import {type CardCategory, cardCategoryNames} from "../outside.js";
import {byWeight, tasteSize, tasteTables, ticketTables} from "../tastes.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");

const online: ReadonlySet<CardCategory> = new Set(["clothing", "recreation", "furnishings"]);
const weekdayWeights = [0.82, 0.92, 0.96, 1.02, 1.3, 1.28, 0.7];
const hourTable = byWeight(
  [0, 0, 0, 0, 0, 0, 1, 3, 6, 7, 8, 9, 11, 9, 7, 7, 8, 10, 12, 11, 8, 5, 3, 1],
  256,
);
const dayTableSize = 512;
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
    const codes = cardCategoryNames.map(categoryCode);
    const isOnline = cardCategoryNames.map((name) => online.has(name));
    const returns = cardCategoryNames.map((name) => returned[name] ?? 0);
    const repeats = cardCategoryNames.map((name) => bought[name] ?? 0);
    return (frame, {proposals, customers}) => {
      const days = Array.from({length: 31}, (_, payday) =>
        byWeight(dayWeights(frame, payday || 30), dayTableSize),
      );
      const december = frame.calendarMonth === 12 ? 1.2 : 1;
      for (const person of customers) {
        const {index} = person;
        const draw = draws.of(index);
        const {purchases} = budgets.of[index]!;
        const payday = incomes.spell(index, frame.index)?.payday ?? 30;
        const dayTable = days[payday]!;
        const account = holdings.ofPerson[index]!.checking;
        const shops = outside.shops[person.city]!;
        const taste = tasteTables[person.persona];
        const scale = budgets.scale(index, frame.index);
        const kept = restraint[index]!;
        const count = Math.floor(purchases * december * (0.75 + 0.5 * draw()) + draw());
        for (let purchase = 0; purchase < count; purchase++) {
          const day = frame.first + dayTable[Math.floor(draw() * dayTableSize)]!;
          const second = hourTable[Math.floor(draw() * 256)]! * 3600 + Math.floor(draw() * 3600);
          const category = taste[Math.floor(draw() * tasteSize)]!;
          const tickets = ticketTables[category]!;
          const cents = tickets[Math.floor(draw() * tasteSize)]! * scale * (0.92 + 0.16 * draw());
          const where = draw();
          const wallet = isOnline[category] ? where < 0.45 : false;
          const choices = wallet ? outside.online : shops[category]!;
          // Squared: the first shop of the list is the favourite.
          const favour = draw();
          const shop = choices[Math.floor(favour * favour * choices.length)]!;
          const price = priced(category, cents, where);
          const at = day * secondsPerDay + second;
          const way = wallet ? money : card;
          const code = codes[category]!;
          const text = outside.texts[shop]!;
          const added = proposals.border({
            at,
            account,
            party: shop,
            amountCents: -price,
            channel: way,
            category: code,
            text,
          });
          proposals.setReserve(added, price + kept);
          const fate = draw();
          if (fate < repeats[category]!) {
            const again = Math.min(at + between(draw, 20, 1500), (day + 1) * secondsPerDay - 1);
            const other = proposals.border({
              at: again,
              account,
              party: shop,
              amountCents: -price,
              channel: way,
              category: code,
              text,
            });
            proposals.setRequired(other, added);
            proposals.setReserve(other, price + kept);
          } else if (fate > 1 - returns[category]!) {
            const back = chance(draw, 0.65) ? price : priced(category, price * draw(), where);
            const on = (day + between(draw, 2, 16)) * secondsPerDay + between(draw, 25_000, 75_000);
            const part = Math.min(back, price);
            const refund = proposals.border({
              at: on,
              account,
              party: shop,
              amountCents: part,
              channel: way,
              category: code,
              text,
            });
            proposals.setRequired(refund, added);
          }
        }
      }
    };
  },
};

/** Cents that prices end with, as often as they stand here. */
const tableEndings = [0, 50, 0, 80, 0, 50, 20, 90, 40, 60];
const shopEndings = [99, 99, 95, 0, 90, 99, 50, 99, 0, 49];

/** An amount as a price would end: free cents at supermarkets and pumps, .00, .50 or .90 at tables, .99 in shops. */
function priced(category: number, cents: number, draw: number): number {
  const name = cardCategoryNames[category]!;
  if (name === "groceries" || name === "transport") return Math.max(45, Math.round(cents));
  const euros = Math.floor(cents / 100);
  if (name === "restaurants") {
    return Math.max(150, euros * 100 + tableEndings[Math.floor(draw * 10)]!);
  }
  return Math.max(99, euros * 100 + shopEndings[Math.floor(draw * 10)]!);
}

/** How busy each day of a month is for somebody paid on a given day. */
function dayWeights(frame: MonthFrame, payday: number): number[] {
  const paidOn = frame.payday(payday);
  const length = frame.last - frame.first + 1;
  return Array.from({length}, (_, offset) => {
    const day = frame.first + offset;
    const sincePay = (day - paidOn + 31) % 31;
    const flush = sincePay < 5 ? 1.3 : sincePay < 12 ? 1.08 : sincePay > 24 ? 0.86 : 1;
    const christmas = frame.calendarMonth === 12 ? christmasWeight(offset + 1) : 1;
    return weekdayWeights[weekdayOf(day) - 1]! * flush * christmas;
  });
}

function christmasWeight(dayOfMonth: number): number {
  if (dayOfMonth >= 17 && dayOfMonth <= 23) return 1.75;
  return dayOfMonth === 25 || dayOfMonth === 26 ? 0.25 : 1;
}
