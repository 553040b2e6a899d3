import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {payIn, spellIn} from "../people.js";
import {cities} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
/** What the customers of a main and of a second bank usually spend from here, besides the home, in cents. */
const usualSpending = {main: 84_000, second: 24_000};
const category = categoryCode("household");

/**
 * The part of a household's spending that another bank sees: a standing order of what a person can spare, after
 * the home, the usual spending from here and the savings. For customers with their main account elsewhere it is
 * a large part of each pay.
 */
export const household: Theme = {
  name: "household",
  open(bank) {
    const {people, careers, holdings, outside, texts, parameters} = bank;
    const draws = streamsFor(bank, "household", people);
    const plans = people.map(({index, isMainBank, incomeCents, homeCents, role}) => ({
      kept: role === "worker" ? 0.13 : 0.04,
      spent:
        homeCents +
        (isMainBank
          ? usualSpending.main * (0.4 + Math.min(1, incomeCents / 330_000))
          : usualSpending.second),
      level: 0.88 + 0.24 * draws.of(index)(),
    }));
    const text = texts.of("Household account");
    return (frame, {proposals, pay, customers}) => {
      for (const {index, city} of customers) {
        const spell = spellIn(careers[index]!, frame.index);
        if (!spell) continue;
        const {kept, spent, level} = plans[index]!;
        const payCents = payIn(spell, frame.index, parameters.start);
        const spare = Math.min(0.8 * payCents, payCents * (1 - kept) - spent) * level;
        if (spare < 5_000) continue;
        const draw = draws.of(index);
        const paidOn = frame.payday(spell.payday);
        const movedOn = frame.businessDays.find((day) => day > paidOn) ?? paidOn;
        const added = proposals.border(
          instant(movedOn, between(draw, 8, 11), between(draw, 0, 59)),
          holdings.ofPerson[index]!.checking,
          outside.ownAccounts[cities[city]!.country],
          -Math.round(spare / 1000) * 1000,
          transfer,
          category,
          text,
        );
        proposals.requires[added] = pay[index]!;
      }
    };
  },
};
