import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between, chance, type Stream} from "../../../src/lib/stream.js";
import type {Holdings} from "../accounts.js";
import type {Drafts} from "../drafts.js";
import {sometime} from "../monthFrame.js";
import {inSpan, type Range, type Span, within} from "../ranges.js";
import {arrivesHere} from "../relations.js";
import {streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const saving = categoryCode("saving");
/** Extra pay of so many cents is worth a thought. */
const leastExtra = 20_000;
/** How often a standing order of those who bank here beside another bank is left out. */
const orderSkips = 0.03;
/** Of a pension, the part of the usual share that is put aside. */
const pensionPart = 0.5;
/** How far the share of a pay lies from the usual one: half a percentage point either way. */
const shareSpread = 0.01;
/** What is put aside, in whole multiples of so many cents: of a pay, of extra pay, by an order, and once a quarter. */
const steps = {pay: 100, extra: 5_000, order: 1_000, quarter: 10_000} as const;
/** Days of the month around which people look at what has piled up, and the hours in which they move it. */
const quarterDays: Span = [8, 20];
const hours: Span = [12, 20];
/** How often a person leaves out a month: squared, so that most do so seldom. */
const skips: Range = {least: 0.02, spread: 0.16};
/** Months of income that stay on checking, and the part of extra pay that goes to savings. */
const keeps: Range = {least: 1.2, spread: 1.4};
const ofExtra: Range = {least: 0.25, spread: 0.5};

/**
 * After each pay, 8 to 18 % of it goes to the savings account; each person keeps to about the same share, and skips a
 * month now and then, or when it would overdraw the account. Whose pay arrives elsewhere saves a round amount. Those
 * with a whole life here save a larger part of a thirteenth salary or a bonus, and put aside once a quarter what has
 * piled up beside.
 */
export const savings: Theme = {
  name: "savings",
  open(bank) {
    const {people, incomes, relations, budgets, accounts, holdings, texts} = bank;
    const draws = streamsFor(bank, "savings", people);
    const habits = people.map(({index}) => habitOf(draws.of(index)));
    const text = texts.of("To savings");
    const extraText = texts.of("Part of the extra pay");
    const asideText = texts.of("Put aside");
    const move = (
      {proposals}: Drafts,
      {checking, savings}: Holdings,
      draw: Stream,
      day: number,
      cents: number,
      text: number,
    ) => {
      const added = proposals.inside({
        at: sometime(draw, day, hours),
        from: checking,
        to: savings,
        amountCents: cents,
        channel: book,
        category: saving,
        toCategory: saving,
        text,
      });
      // Nobody saves on credit.
      proposals.setReserve(added, cents + accounts[checking]!.overdraftCents);
      return added;
    };
    return (frame, drafts) => {
      const {proposals, pay, customers} = drafts;
      for (const {index, incomeCents} of customers) {
        const account = holdings.ofPerson[index]!;
        if (account.savings < 0) continue;
        const habit = habits[index]!;
        const relation = relations[index]!;
        const isMain = relation.kind === "main";
        const spell = incomes.spell(index, frame.index);
        const draw = draws.of(index);
        const share = budgets.of[index]!.savingShare + shareSpread * (draw() - 0.5);
        const isSkipped = chance(draw, isMain ? habit.skips : orderSkips);
        if (spell && arrivesHere(relation, spell)) {
          const paidOn = frame.payday(spell.payday);
          const movedOn = frame.businessDayAfter(paidOn);
          const cents = incomes.cents(index, frame.index);
          const extra = Math.max(0, cents - incomes.usualCents(index, frame.index));
          if (!isSkipped && spell.kind !== "benefit") {
            const part = share * (cents - extra) * (spell.kind === "salary" ? 1 : pensionPart);
            const rounded = Math.round(part / steps.pay) * steps.pay;
            const added = move(drafts, account, draw, movedOn, rounded, text);
            proposals.setRequired(added, pay[index]!);
          }
          if (isMain && extra > leastExtra) {
            const part = Math.round((habit.ofExtra * extra) / steps.extra) * steps.extra;
            const added = move(drafts, account, draw, movedOn, part, extraText);
            proposals.setRequired(added, pay[index]!);
          }
        } else if (!isSkipped && spell?.kind !== "benefit") {
          const usual = budgets.of[index]!.savingShare * incomeCents;
          const cents = Math.round(usual / steps.order) * steps.order;
          const paidOn = frame.businessDay(relation.orderDay);
          move(drafts, account, draw, frame.businessDayAfter(paidOn), cents, text);
        }
        if (isMain && frame.calendarMonth % 3 === habit.quarter) {
          const kept = Math.round((habit.keeps * incomeCents) / steps.quarter) * steps.quarter;
          const day = frame.businessDay(inSpan(draw, quarterDays));
          const added = move(drafts, account, draw, day, kept, asideText);
          proposals.setRule(added, Rule.surplus);
          proposals.setReserve(added, 0);
        }
      }
    };
  },
};

function habitOf(draw: Stream) {
  const u = draw();
  return {
    skips: skips.least + skips.spread * u * u,
    quarter: between(draw, 0, 2),
    keeps: within(draw, keeps),
    ofExtra: within(draw, ofExtra),
  };
}
