import {categoryCode} from "../../../src/lib/ledger.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {payIn, spellIn} from "../people.js";
import {cities} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
/** The part of each pay that goes to a shared account, and to a main account elsewhere, by who pays the home from here. */
const shared = {tenant: 0.12, mortgage: 0.18, owner: 0.52};
const elsewhere = {tenant: 0.46, mortgage: 0.5, owner: 0.92};
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
    const shares = people.map(({isMainBank, index, tenure}) => {
      const draw = draws.of(index);
      const share = isMainBank ? shared[tenure] : elsewhere[tenure];
      return share * (0.8 + 0.4 * draw());
    });
    const text = texts.of("Household account");
    return (frame, {proposals, pay, customers}) => {
      for (const {index, city} of customers) {
        const spell = spellIn(careers[index]!, frame.index);
        const share = shares[index]!;
        if (share === 0 || !spell) continue;
        const draw = draws.of(index);
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
