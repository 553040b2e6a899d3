import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between, pickIndex, type Stream} from "../../../src/lib/stream.js";
import type {Bank} from "../bank.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {inSpan, type Range, type Span, within} from "../ranges.js";
import {arrivesHere} from "../relations.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("household");

/** How somebody sends money to or from the other bank: a round standing order, a reckoned one, or what is spare. */
const styles = ["round", "reckoned", "spare"] as const;
const styleWeights = [35, 25, 40];
/** What is left on the account of somebody who sends what is spare, beyond the needs of the month, in cents. */
const cushion = 20_000;
/** What somebody sends or keeps for the needs of a month, against them: a little more, for most. */
const levels: Range = {least: 0.97, spread: 0.1};
/** Less than this is not worth sending on, in cents. */
const leastSpare = 5_000;
/** By style, the whole multiples of cents that are sent. */
const units = {round: 5_000, reckoned: 1_000, spare: 1} as const;
/** The hour in which an order arrives, and those in which people send money on. */
const arrivesAt = 6;
const sendHours: Span = [8, 11];

/**
 * Money between here and a person's own account elsewhere, for those who bank here beside another bank. Whose pay
 * arrives here sends on what is not needed here; the others send what they spend and save here.
 */
export const household: Theme = {
  name: "household",
  open(bank) {
    const {people, incomes, relations, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "household", people);
    const plans = people.map(({index}) => planOf(draws.of(index)));
    const outText = texts.of("To own account");
    const inText = texts.of("From own account");
    return (frame, {proposals, pay, customers}) => {
      for (const {index, city} of customers) {
        const relation = relations[index]!;
        if (relation.kind === "main") continue;
        const spell = incomes.spell(index, frame.index);
        const draw = draws.of(index);
        const {style, level} = plans[index]!;
        const need = needCents(bank, index, frame.index);
        const party = outside.ownAccounts[cities[city]!.country];
        const account = holdings.ofPerson[index]!.checking;
        const minute = between(draw, 0, 59);
        if (!spell || !arrivesHere(relation, spell)) {
          const cents = roundedBy(style, need * level);
          const at = instant(frame.businessDay(relation.orderDay), arrivesAt, minute);
          if (cents > 0)
            proposals.border({
              at,
              account,
              party,
              amountCents: cents,
              channel: transfer,
              category,
              text: inText,
            });
          continue;
        }
        const spare = incomes.usualCents(index, frame.index) - need * level;
        if (style !== "spare" && spare < leastSpare) continue;
        const paidOn = frame.payday(spell.payday);
        const movedOn = frame.businessDayAfter(paidOn);
        const added = proposals.border({
          at: instant(movedOn, inSpan(draw, sendHours), minute),
          account,
          party,
          amountCents:
            style === "spare" ? Math.round(need * level) + cushion : -roundedBy(style, spare),
          channel: transfer,
          category,
          text: outText,
        });
        if (style === "spare") proposals.setRule(added, Rule.surplus);
        proposals.setRequired(added, pay[index]!);
      }
    };
  },
};

function planOf(draw: Stream) {
  return {
    style: styles[pickIndex(draw, styleWeights)]!,
    level: within(draw, levels),
  };
}

/** What a person spends and saves here in a month, in cents. */
function needCents({budgets, people}: Bank, index: number, month: number): number {
  const {savingShare} = budgets.of[index]!;
  return (
    budgets.fixedCents(index) +
    budgets.choiceCents(index, month) +
    savingShare * people[index]!.incomeCents
  );
}

function roundedBy(style: (typeof styles)[number], cents: number): number {
  const unit = units[style];
  return Math.round(cents / unit) * unit;
}
