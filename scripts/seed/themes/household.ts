import {categoryCode} from "../../../src/lib/ledger.js";
import {between} from "../../../src/lib/stream.js";
import {payIn, spellIn} from "../people.js";
import {cities} from "../places.js";
import {instant} from "../monthFrame.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("household");

/**
 * The part of a household's spending that another bank sees: for customers with their main account elsewhere
 * a large part of each pay goes there, for a few of the others a share of it.
 */
export const household: Theme = {
  name: "household",
  open(bank) {
    const {people, careers, holdings, outside, texts, parameters} = bank;
    const draws = streamsFor(bank, "household", people);
    const shares = people.map(({isMainBank, index}) => {
      const draw = draws[index]!;
      const share = isMainBank ? (draw() < 0.2 ? 0.22 : 0) : 0.38;
      return share * (0.7 + 0.6 * draw());
    });
    const text = texts.of("Household account");
    return (frame, {proposals, pay}) => {
      for (const {index, city} of people) {
        const spell = spellIn(careers[index]!, frame.index);
        const share = shares[index]!;
        if (share === 0 || !spell) continue;
        const draw = draws[index]!;
        const paidOn = frame.payday(spell.payday);
        const movedOn = frame.businessDays.find((day) => day > paidOn) ?? paidOn;
        const payCents = payIn(spell, frame.index, parameters.start);
        const added = proposals.border(
          instant(movedOn, between(draw, 8, 11), between(draw, 0, 59)),
          holdings.ofPerson[index]!.checking,
          outside.ownAccounts[cities[city]!.country],
          -Math.round((payCents * share) / 1000) * 1000,
          transfer,
          category,
          text,
        );
        proposals.requires[added] = pay[index]!;
      }
    };
  },
};
