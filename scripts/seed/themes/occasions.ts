import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick, type Stream} from "../../../src/lib/stream.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {cities} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
/** How often a bill comes in a month. */
const rates = {main: 0.8, second: 0.06, savings: 0};
const incomeTax = categoryCode("income_tax");
/** What arrives as a bill now and then, from craftsmen, dentists and clubs. */
const kinds = [
  "furnishings",
  "furnishings",
  "health",
  "health",
  "recreation",
  "recreation",
] as const;

/** Bills paid by transfer (craftsmen, dentists, clubs), and each year's settlement of income tax. */
export const occasions: Theme = {
  name: "occasions",
  open(bank) {
    const {people, relations, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "occasions", people);
    const amounts = lognormalTable(9_500, 0.9);
    const taxText = texts.of("Income tax settlement");
    const billTexts = kinds.map((kind) => texts.of(`Invoice, ${kind.replace("_", " ")}`));
    const codes = kinds.map(categoryCode);
    const taxMonths = people.map(({index}) => {
      const draw = draws.of(index);
      return chance(draw, 0.55) ? between(draw, 5, 11) : 0;
    });
    return (frame, {proposals, customers}) => {
      for (const {index, city, incomeCents} of customers) {
        const draw = draws.of(index);
        const account = holdings.ofPerson[index]!.checking;
        if (chance(draw, rates[relations[index]!.kind])) {
          const kind = between(draw, 0, kinds.length - 1);
          const cents = Math.round(
            amounts[Math.floor(draw() * 1024)]! * budgets.scale(index, frame.index),
          );
          const payee = pick(draw, outside.suppliers);
          proposals.border(
            someTime(draw, frame),
            account,
            payee,
            -Math.max(1_500, cents),
            transfer,
            codes[kind]!,
            billTexts[kind]!,
          );
        }
        if (frame.calendarMonth === taxMonths[index] && relations[index]!.isPaidHere) {
          const share = 0.5 * draw() - 0.2;
          const office = outside.taxOffice[cities[city]!.country];
          proposals.border(
            someTime(draw, frame),
            account,
            office,
            Math.round(incomeCents * share),
            transfer,
            incomeTax,
            taxText,
          );
        }
      }
    };
  },
};

function someTime(draw: Stream, frame: MonthFrame): number {
  const day = pick(draw, frame.businessDays);
  return instant(day, between(draw, 7, 21), between(draw, 0, 59), between(draw, 0, 59));
}
