import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {weekdayOf} from "../../../src/lib/day.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {type MonthFrame, secondsPerDay} from "../monthFrame.js";
import {type CardCategory, cardCategoryNames} from "../outside.js";
import {personaNames, personas, spellIn} from "../people.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");

/** Of all purchases: how many, the mean ticket in cents, and how widely tickets spread. */
const habits: Readonly<Record<CardCategory, {share: number; mean: number; sigma: number}>> = {
  groceries: {share: 41, mean: 3_500, sigma: 0.8},
  restaurants: {share: 17, mean: 2_900, sigma: 0.75},
  transport: {share: 12, mean: 4_300, sigma: 0.95},
  clothing: {share: 6.3, mean: 7_400, sigma: 0.8},
  recreation: {share: 9.5, mean: 5_400, sigma: 0.9},
  health: {share: 5, mean: 3_800, sigma: 0.9},
  furnishings: {share: 3.4, mean: 11_500, sigma: 1.05},
  alcohol_tobacco: {share: 4, mean: 2_100, sigma: 0.6},
  personal_care: {share: 3, mean: 3_100, sigma: 0.6},
  education: {share: 0.7, mean: 9_000, sigma: 0.7},
};

const online: ReadonlySet<CardCategory> = new Set(["clothing", "recreation", "furnishings"]);
const weekdayWeights = [0.82, 0.92, 0.96, 1.02, 1.3, 1.28, 0.7];
const hourTable = byWeight(
  [0, 0, 0, 0, 0, 0, 1, 3, 6, 7, 8, 9, 11, 9, 7, 7, 8, 10, 12, 11, 8, 5, 3, 1],
  256,
);
const dayTableSize = 512;

/** Purchases with the card or an online wallet, on any day of the week. */
export const cards: Theme = {
  name: "cards",
  open(bank) {
    const {people, careers, holdings, outside} = bank;
    const draws = streamsFor(bank, "card", people);
    const amounts = cardCategoryNames.map((name) =>
      lognormalTable(habits[name].mean, habits[name].sigma),
    );
    const codes = cardCategoryNames.map(categoryCode);
    const isOnline = cardCategoryNames.map((name) => online.has(name));
    const tastes = personaNames.map(tasteTable);
    const levels = people.map(
      ({isMainBank, persona, householdSize, incomeCents}) =>
        (isMainBank ? 9.9 : 3.1) *
        personas[persona].cards *
        (0.85 + 0.07 * householdSize) *
        (0.6 + Math.min(0.8, incomeCents / 500_000)),
    );
    const budgets = people.map(({incomeCents}) => 0.46 + Math.min(1.2, incomeCents / 370_000));
    return (frame, {proposals, customers}) => {
      const days = Array.from({length: 31}, (_, payday) =>
        byWeight(dayWeights(frame, payday || 30), dayTableSize),
      );
      const december = frame.calendarMonth === 12 ? 1.22 : 1;
      for (const person of customers) {
        const {index} = person;
        const draw = draws.of(index);
        const payday = spellIn(careers[index]!, frame.index)?.payday ?? 30;
        const dayTable = days[payday]!;
        const account = holdings.ofPerson[index]!.checking;
        const shops = outside.shops[person.city]!;
        const taste = tastes[personaNames.indexOf(person.persona)]!;
        const budget = budgets[index]!;
        const count = Math.floor(levels[index]! * december * (0.55 + 0.9 * draw()) + draw());
        for (let purchase = 0; purchase < count; purchase++) {
          const day = frame.first + dayTable[Math.floor(draw() * dayTableSize)]!;
          const second = hourTable[Math.floor(draw() * 256)]! * 3600 + Math.floor(draw() * 3600);
          const category = taste[Math.floor(draw() * 1024)]!;
          const table = amounts[category]!;
          const cents = table[Math.floor(draw() * 1024)]! * budget * (0.92 + 0.16 * draw());
          const where = draw();
          const wallet = isOnline[category] ? where < 0.45 : false;
          const choices = wallet ? outside.online : shops[category]!;
          // Squared: the first shop of the list is the favourite.
          const favour = draw();
          const shop = choices[Math.floor(favour * favour * choices.length)]!;
          proposals.border(
            day * secondsPerDay + second,
            account,
            shop,
            -priced(category, cents, where),
            wallet ? money : card,
            codes[category]!,
            outside.texts[shop]!,
          );
        }
      }
    };
  },
};

/** An amount as a price would end: free cents at supermarkets and pumps, .00, .50 or .90 at tables, .99 in shops. */
function priced(category: number, cents: number, draw: number): number {
  const name = cardCategoryNames[category]!;
  if (name === "groceries" || name === "transport") return Math.max(45, Math.round(cents));
  const euros = Math.floor(cents / 100);
  if (name === "restaurants") {
    const endings = [0, 50, 0, 80, 0, 50, 20, 90, 40, 60];
    return Math.max(150, euros * 100 + endings[Math.floor(draw * 10)]!);
  }
  const endings = [99, 99, 95, 0, 90, 99, 50, 99, 0, 49];
  return Math.max(99, euros * 100 + endings[Math.floor(draw * 10)]!);
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

function tasteTable(persona: (typeof personaNames)[number]): Uint8Array {
  const taste: Partial<Record<CardCategory, number>> = personas[persona].taste;
  return byWeight(
    cardCategoryNames.map((name) => habits[name].share * (taste[name] ?? 1)),
    1024,
  );
}

/** A table in which each index stands as often as its weight asks: one draw picks by weight. */
function byWeight(weights: readonly number[], size: number): Uint8Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint8Array(size);
  let place = 0;
  let reached = 0;
  weights.forEach((weight, index) => {
    reached += weight;
    const end = Math.round((reached / total) * size);
    table.fill(index, place, end);
    place = end;
  });
  return table;
}
