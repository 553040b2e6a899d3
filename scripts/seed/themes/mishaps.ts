import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {inSpan, type Span} from "../ranges.js";
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
/** Bills in cents at scale 1. They follow means only in part, and up to a limit: a machine costs what it costs. */
const amounts = lognormalTable(95_000, 0.55);
const scaleParts = {fixed: 0.4, byScale: 0.6, most: 1.6} as const;
/** What is to be left on checking after the bill, in cents. */
const cushionCents = 10_000;
/** The hour in which money comes from savings, and those of the day in which the bill is paid. */
const takenAt = 8;
const paidAt: Span = [9, 18];

/** Large bills that nobody planned: what checking lacks for one comes from savings in the morning of the day. */
export const mishaps: Theme = {
  name: "mishaps",
  open(bank) {
    const {people, relations, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "mishaps", people);
    const billTexts = kinds.map(({text}) => texts.of(text));
    const text = texts.of("From savings");
    return (frame, {proposals, customers}) => {
      for (const {index} of customers) {
        const draw = draws.of(index);
        if (relations[index]!.kind !== "main" || !chance(draw, likely)) continue;
        const account = holdings.ofPerson[index]!;
        const kind = between(draw, 0, kinds.length - 1);
        const scale = billScale(budgets.scale(index, frame.index));
        const cents = Math.round(amounts[Math.floor(draw() * amounts.length)]! * scale);
        const day = pick(draw, frame.businessDays);
        const minute = between(draw, 0, 59);
        if (account.savings >= 0) {
          const level = cents + cushionCents;
          const added = proposals.inside({
            at: instant(day, takenAt, minute),
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
          at: instant(day, inSpan(draw, paidAt), minute, index % 60),
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

function billScale(scale: number): number {
  return Math.min(scaleParts.most, scaleParts.fixed + scaleParts.byScale * scale);
}
