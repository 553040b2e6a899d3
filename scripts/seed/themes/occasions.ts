import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick, type Stream} from "../../../src/lib/stream.js";
import {type MonthFrame, sometime} from "../monthFrame.js";
import {cities} from "../places.js";
import {inSpan, type Range, type Span, within} from "../ranges.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const saving = categoryCode("saving");
const transfer = channelCode("credit_transfer");
/** How often a bill comes in a month. */
const rates = {main: 1, second: 0.06, savings: 0};
const incomeTax = categoryCode("income_tax");
/** What arrives as a bill now and then, from craftsmen, dentists and clubs. */
const kinds = [
  "furnishings",
  "health",
  "recreation",
  "transport",
  "transport",
  "personal_care",
] as const;

/** Bills in cents at scale 1, and the least there is. */
const amounts = lognormalTable(9_500, 0.9);
const leastCents = 1_500;
/** The share of people whose income tax is settled, and the months in which the office gets to it. */
const settledShare = 0.55;
const taxMonths: Span = [5, 11];
/** A settlement in months of income: more often a refund than a payment. */
const settlement: Range = {least: -0.2, spread: 0.5};
/** How many keep all of a refund, and what the others put aside of it, in steps of so many cents. */
const keepsAll = 0.5;
const asideShare: Range = {least: 0.3, spread: 0.6};
const asideStep = 5_000;
/** They do so some ten minutes after it arrived, up to two hours. */
const tenMinutes = 600;
const asideAfter: Span = [1, 12];
/** The hours of the day in which people pay bills. */
const awake: Span = [7, 21];

/**
 * Bills paid by transfer (craftsmen, dentists, clubs), and each year's settlement of income tax. Of a refund some put a
 * part aside.
 */
export const occasions: Theme = {
  name: "occasions",
  open(bank) {
    const {accounts, people, relations, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "occasions", people);
    const restraint = restraints(bank);
    const asideText = texts.of("Part of the tax refund");
    const taxText = texts.of("Income tax settlement");
    const billTexts = kinds.map((kind) => texts.of(`Invoice, ${kind.replace("_", " ")}`));
    const codes = kinds.map(categoryCode);
    const settledIn = people.map(({index}) => {
      const draw = draws.of(index);
      return chance(draw, settledShare) ? inSpan(draw, taxMonths) : 0;
    });
    return (frame, {proposals, customers}) => {
      for (const {index, city, incomeCents} of customers) {
        const draw = draws.of(index);
        const {checking: account, savings} = holdings.ofPerson[index]!;
        if (chance(draw, rates[relations[index]!.kind])) {
          const kind = between(draw, 0, kinds.length - 1);
          const cents = Math.max(
            leastCents,
            Math.round(
              amounts[Math.floor(draw() * amounts.length)]! * budgets.scale(index, frame.index),
            ),
          );
          const payee = pick(draw, outside.suppliers);
          const added = proposals.border({
            at: someTime(draw, frame),
            account,
            party: payee,
            amountCents: -cents,
            channel: transfer,
            category: codes[kind]!,
            text: billTexts[kind]!,
          });
          proposals.setReserve(added, cents + restraint[index]!);
        }
        if (frame.calendarMonth === settledIn[index] && relations[index]!.isPaidHere) {
          const cents = Math.round(incomeCents * within(draw, settlement));
          const office = outside.taxOffice[cities[city]!.country];
          const at = someTime(draw, frame);
          const settled = proposals.border({
            at,
            account,
            party: office,
            amountCents: cents,
            channel: transfer,
            category: incomeTax,
            text: taxText,
          });
          const aside = Math.floor((cents * within(draw, asideShare)) / asideStep) * asideStep;
          if (savings < 0 || aside <= 0 || chance(draw, keepsAll)) continue;
          const moved = proposals.inside({
            at: at + tenMinutes * inSpan(draw, asideAfter),
            from: account,
            to: savings,
            amountCents: aside,
            channel: book,
            category: saving,
            toCategory: saving,
            text: asideText,
          });
          proposals.setRequired(moved, settled);
          proposals.setReserve(moved, aside + accounts[account]!.overdraftCents);
        }
      }
    };
  },
};

function someTime(draw: Stream, frame: MonthFrame): number {
  return sometime(draw, pick(draw, frame.businessDays), awake);
}
