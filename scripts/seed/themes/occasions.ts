import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick, type Stream} from "../../../src/lib/stream.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {cities} from "../places.js";
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
    const amounts = lognormalTable(9_500, 0.9);
    const asideText = texts.of("Part of the tax refund");
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
        const {checking: account, savings} = holdings.ofPerson[index]!;
        if (chance(draw, rates[relations[index]!.kind])) {
          const kind = between(draw, 0, kinds.length - 1);
          const cents = Math.max(
            1_500,
            Math.round(amounts[Math.floor(draw() * 1024)]! * budgets.scale(index, frame.index)),
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
        if (frame.calendarMonth === taxMonths[index] && relations[index]!.isPaidHere) {
          const cents = Math.round(incomeCents * (0.5 * draw() - 0.2));
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
          const aside = Math.floor((cents * (0.3 + 0.6 * draw())) / 5_000) * 5_000;
          if (savings < 0 || aside <= 0 || chance(draw, 0.5)) continue;
          const moved = proposals.inside({
            at: at + 600 * between(draw, 1, 12),
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
  const day = pick(draw, frame.businessDays);
  return instant(day, between(draw, 7, 21), between(draw, 0, 59), between(draw, 0, 59));
}
