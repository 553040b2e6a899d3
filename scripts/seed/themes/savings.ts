import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {Rule} from "../../../src/lib/proposals.js";
import {between, chance, type Stream} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {payIn, type Spell, spellIn} from "../people.js";
import {arrivesHere} from "../relations.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const saving = categoryCode("saving");
/** Of a pension, the part of the usual share that is put aside. */
const pensionPart = 0.5;

/**
 * After each pay, 8 to 18 % of it goes to the savings account; each person keeps to about the same share, and skips a
 * month now and then, or when it would overdraw the account. Whose pay arrives elsewhere saves a round amount. Those
 * with a whole life here put aside once a quarter what has piled up beside.
 */
export const savings: Theme = {
  name: "savings",
  open(bank) {
    const {people, careers, relations, budgets, accounts, holdings, texts, parameters} = bank;
    const draws = streamsFor(bank, "savings", people);
    const habits = people.map(({index}) => habitOf(draws.of(index)));
    const text = texts.of("To savings");
    const asideText = texts.of("Put aside");
    return (frame, {proposals, pay, customers}) => {
      for (const {index, incomeCents} of customers) {
        const account = holdings.ofPerson[index]!;
        if (account.savings < 0) continue;
        const {skips, quarter, keeps} = habits[index]!;
        const relation = relations[index]!;
        const spell = spellIn(careers[index]!, frame.index);
        const draw = draws.of(index);
        const move = (day: number, cents: number, text: number) =>
          proposals.transfer(
            instant(day, between(draw, 12, 20), between(draw, 0, 59), between(draw, 0, 59)),
            account.checking,
            account.savings,
            cents,
            book,
            saving,
            saving,
            text,
          );
        const share = budgets.of[index]!.savingShare + 0.01 * (draw() - 0.5);
        const isSkipped = chance(draw, skips);
        const isPaid = spell !== undefined && arrivesHere(relation, spell);
        if (!isSkipped && spell?.kind !== "benefit") {
          const cents =
            spell && isPaid
              ? Math.round(
                  (partOf(spell) * share * payIn(spell, frame.index, parameters.start)) / 100,
                ) * 100
              : Math.round((budgets.of[index]!.savingShare * incomeCents) / 1_000) * 1_000;
          const paidOn = spell && isPaid ? frame.payday(spell.payday) : frame.businessDay(5);
          const movedOn = frame.businessDays.find((day) => day > paidOn) ?? paidOn;
          const added = move(movedOn, cents, text);
          // Nobody saves on credit.
          proposals.reserve[added] = cents + accounts[account.checking]!.overdraftCents;
          if (isPaid) proposals.requires[added] = pay[index]!;
        }
        if (relation.kind === "main" && frame.calendarMonth % 3 === quarter) {
          const kept = Math.round((keeps * incomeCents) / 10_000) * 10_000;
          proposals.rule[move(frame.businessDay(between(draw, 8, 20)), kept, asideText)] =
            Rule.surplus;
        }
      }
    };
  },
};

function habitOf(draw: Stream) {
  const u = draw();
  return {skips: 0.02 + 0.16 * u * u, quarter: between(draw, 0, 2), keeps: 1.2 + 1.4 * draw()};
}

function partOf({kind}: Spell): number {
  return kind === "salary" ? 1 : pensionPart;
}
