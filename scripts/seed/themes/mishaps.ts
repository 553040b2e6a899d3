import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const book = channelCode("book");
const saving = categoryCode("saving");
const kinds = [
  {text: "Car repair", category: categoryCode("transport")},
  {text: "Dentist", category: categoryCode("health")},
  {text: "New washing machine", category: categoryCode("furnishings")},
];
/** How likely a large bill is in a month. */
const likely = 0.022;

/** Large bills that nobody planned: what checking lacks for one comes from savings in the morning of the day. */
export const mishaps: Theme = {
  name: "mishaps",
  open(bank) {
    const {people, relations, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "mishaps", people);
    const amounts = lognormalTable(95_000, 0.55);
    const billTexts = kinds.map(({text}) => texts.of(text));
    const text = texts.of("From savings");
    return (frame, {proposals, customers}) => {
      for (const {index} of customers) {
        const draw = draws.of(index);
        if (relations[index]!.kind !== "main" || !chance(draw, likely)) continue;
        const account = holdings.ofPerson[index]!;
        const kind = between(draw, 0, kinds.length - 1);
        const scale = Math.min(1.6, 0.4 + 0.6 * budgets.scale(index, frame.index));
        const cents = Math.round(amounts[Math.floor(draw() * amounts.length)]! * scale);
        const day = pick(draw, frame.businessDays);
        const minute = between(draw, 0, 59);
        if (account.savings >= 0) {
          const level = cents + 10_000;
          const added = proposals.inside({
            at: instant(day, 8, minute),
            from: account.savings,
            to: account.checking,
            amountCents: level,
            channel: book,
            category: saving,
            toCategory: saving,
            text,
          });
          proposals.setRule(added, Rule.topUp, level);
        }
        proposals.border({
          at: instant(day, between(draw, 9, 18), minute, index % 60),
          account: account.checking,
          party: pick(draw, outside.suppliers),
          amountCents: -cents,
          channel: transfer,
          category: kinds[kind]!.category,
          text: billTexts[kind]!,
        });
      }
    };
  },
};
