import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {between, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const debit = channelCode("direct_debit");
const rent = categoryCode("rent");
const mortgage = categoryCode("mortgage");

/** Rent, with a rise once in a while, and mortgages, in instalments that stay the same. */
export const housing: Theme = {
  name: "housing",
  open(bank) {
    const {people, relations, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "housing", people);
    const rentText = texts.of("Rent");
    const mortgageText = texts.of("Mortgage instalment");
    const plans = people.map((person) => {
      const draw = draws.of(person.index);
      const {country} = cities[person.city]!;
      return {
        amount: person.homeCents,
        day: pick(draw, [1, 1, 1, 2, 3, 5]),
        party:
          person.tenure === "tenant"
            ? pick(draw, outside.landlords[person.city]!)
            : pick(draw, outside.lenders[country]),
        riseMonth: between(draw, 1, 24),
        rise: between(draw, 15, 45) * 10,
        minute: between(draw, 0, 59),
      };
    });
    return (frame, {proposals, customers}) => {
      for (const person of customers) {
        if (person.tenure === "owner" || !relations[person.index]!.paysHomeHere) continue;
        const {amount, day, party, riseMonth, rise, minute} = plans[person.index]!;
        const isTenant = person.tenure === "tenant";
        const due =
          isTenant && frame.index >= riseMonth
            ? Math.round((amount * (10_000 + rise)) / 1e6) * 100
            : amount;
        proposals.border({
          at: instant(frame.businessDay(day), isTenant ? 7 : 5, minute, person.index % 60),
          account: holdings.ofPerson[person.index]!.checking,
          party,
          amountCents: -due,
          channel: isTenant ? transfer : debit,
          category: isTenant ? rent : mortgage,
          text: isTenant ? rentText : mortgageText,
        });
      }
    };
  },
};
