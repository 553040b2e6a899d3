import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {payIn, spellIn} from "../people.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const saving = categoryCode("saving");

/** After each pay, 8 to 18 % of it goes to the savings account; each person keeps to about the same share. */
export const savings: Theme = {
  name: "savings",
  open(bank) {
    const {people, careers, holdings, texts, parameters} = bank;
    const draws = streamsFor(bank, "savings", people);
    const habits = people.map(({index}) => 0.085 + 0.09 * draws.of(index)());
    const text = texts.of("To savings");
    return (frame, {proposals, pay, customers}) => {
      for (const person of customers) {
        const account = holdings.ofPerson[person.index]!;
        const spell = spellIn(careers[person.index]!, frame.index);
        if (account.savings < 0 || spell?.kind !== "salary") continue;
        const draw = draws.of(person.index);
        const share = habits[person.index]! + 0.01 * (draw() - 0.5);
        const paidOn = frame.payday(spell.payday);
        const movedOn = frame.businessDays.find((day) => day > paidOn) ?? paidOn;
        const amount =
          Math.round((payIn(spell, frame.index, parameters.start) * share) / 100) * 100;
        const index = proposals.transfer(
          instant(movedOn, between(draw, 8, 20), between(draw, 0, 59), between(draw, 0, 59)),
          account.checking,
          account.savings,
          amount,
          book,
          saving,
          saving,
          text,
        );
        proposals.requires[index] = pay[person.index]!;
      }
    };
  },
};
