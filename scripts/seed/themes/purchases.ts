import type {CategoryName} from "../../../src/lib/bank/categories.js";
import {categoryCode, channelCode, type PartyCode} from "../../../src/lib/bank/codes.js";
import type {Channel} from "../../../src/lib/bank/schema.js";
import {monthOf} from "../../../src/lib/day.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between, pick, type Stream} from "../../../src/lib/stream.js";
import type {Goal} from "../goals.js";
import {instant} from "../monthFrame.js";
import type {Outside} from "../outside.js";
import {inSpan, type Range, type Span, within} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const saving = categoryCode("saving");

/** How a goal is paid: what for, to whom, and the parts of the price by channel. */
interface Kind {
  readonly category: CategoryName;
  readonly parts: readonly (readonly [share: number, channel: Channel])[];
  readonly payees: (outside: Outside, city: number) => readonly PartyCode[];
}

const atOnce = [[1, "credit_transfer"]] as const;
const dealers = ({suppliers}: Outside) => suppliers;

/**
 * By the name of the goal. Nothing is bought with an emergency fund. A home of one's own is not consumption: the money
 * stays its owner's, in another form.
 */
const kinds: Readonly<Record<string, Kind>> = {
  Bicycle: {category: "transport", parts: atOnce, payees: dealers},
  Car: {category: "transport", parts: atOnce, payees: dealers},
  Holiday: {
    category: "travel",
    parts: [
      [0.55, "credit_transfer"],
      [0.3, "e_money"],
      [0.15, "card"],
    ],
    payees: ({travel}) => travel,
  },
  Piano: {category: "recreation", parts: atOnce, payees: dealers},
  Wedding: {
    category: "recreation",
    parts: [
      [0.6, "credit_transfer"],
      [0.25, "credit_transfer"],
      [0.15, "credit_transfer"],
    ],
    payees: dealers,
  },
  "New kitchen": {
    category: "furnishings",
    parts: [
      [0.4, "credit_transfer"],
      [0.6, "credit_transfer"],
    ],
    payees: dealers,
  },
  "Home of our own": {
    category: "saving",
    parts: atOnce,
    payees: ({notaries}, city) => notaries[city]!,
  },
};

/** Months before a goal is due in which its owner may buy already, if the money is there. */
const lead: Span = [0, 9];
/** Nobody buys before one of these months of the data, so that the first month is not full of large purchases. */
const soonest: Span = [1, 6];
/** What is paid against what was saved for, down to a whole number of so many cents, less one of the endings. */
const priceRange: Range = {least: 0.86, spread: 0.14};
const priceStep = 1_000;
const priceEndings = [0, 0, 100, 500, 1];
/** The money is taken in steps of so many cents, on one of these days of the month, before the day's purchases. */
const takenStep = 5_000;
const takenOn: Span = [2, 12];
const takenAt = 7;
/** Parts of a price are so many days apart, and each up to some days late; all are paid in these hours of a day. */
const partDays = 5;
const lateBy: Span = [0, 4];
const hours: Span = [8, 19];

/** For so many months they try; then they have given it up. */
const patience = 11;

/**
 * What people have saved for. From some months before a goal is due on, its owner buys it as soon as savings hold the
 * target: the money goes to checking, and from there in one or more parts to whoever sells it.
 */
export const purchases: Theme = {
  name: "purchases",
  open(bank) {
    const {people, goals, holdings, outside, texts, parameters} = bank;
    const names = goals.map(({person, name}) => ({id: `${people[person]!.id}/${name}`}));
    const draws = streamsFor(bank, "purchases", names);
    const plans = goals.map((goal, index) => planOf(goal, draws.of(index), parameters.start));
    const takenTexts = goals.map(({name}) => texts.of(`From savings: ${name}`));
    const paidTexts = goals.map(({name}) => texts.of(name));
    return (frame, {proposals}) => {
      goals.forEach(({person, name, targetCents}, index) => {
        const kind = kinds[name];
        const {startsIn, endsIn, cents} = plans[index]!;
        const {joinedOn, leavesOn, city} = people[person]!;
        if (!kind || frame.index < startsIn || frame.index > endsIn) return;
        if (joinedOn >= frame.first || (leavesOn ?? Infinity) <= frame.last) return;
        const draw = draws.of(index);
        const {checking, savings} = holdings.ofPerson[person]!;
        const day = inSpan(draw, takenOn);
        const minute = between(draw, 0, 59);
        const taken = proposals.inside({
          at: instant(frame.businessDay(day), takenAt, minute),
          from: savings,
          to: checking,
          amountCents: Math.ceil(cents / takenStep) * takenStep,
          channel: book,
          category: saving,
          toCategory: saving,
          text: takenTexts[index]!,
        });
        proposals.setRule(taken, Rule.once, index);
        proposals.setReserve(taken, targetCents);
        const payees = kind.payees(outside, city);
        let rest = cents;
        kind.parts.forEach(([share, channel], part) => {
          const isLast = part === kind.parts.length - 1;
          const amount = isLast ? rest : Math.round((cents * share) / 100) * 100;
          rest -= amount;
          const paid = proposals.border({
            at: instant(
              frame.businessDay(day + partDays * part + inSpan(draw, lateBy)),
              inSpan(draw, hours),
              minute,
            ),
            account: checking,
            party: pick(draw, payees),
            amountCents: -amount,
            channel: channelCode(channel),
            category: categoryCode(kind.category),
            text: paidTexts[index]!,
          });
          proposals.setRequired(paid, taken);
        });
      });
    };
  },
};

/** From and until which month (since the start) a goal's owner would buy, and for how much. */
function planOf({dueOn, targetCents}: Goal, draw: Stream, start: number) {
  const ahead = inSpan(draw, lead);
  const startsIn = Math.max(inSpan(draw, soonest), monthOf(dueOn) - start - ahead);
  const price = targetCents * within(draw, priceRange);
  return {
    startsIn,
    endsIn: startsIn + patience,
    cents: Math.floor(price / priceStep) * priceStep - pick(draw, priceEndings),
  };
}
