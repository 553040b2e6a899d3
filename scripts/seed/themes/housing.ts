import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {between, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {inSpan, type Span} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const debit = channelCode("direct_debit");
const rent = categoryCode("rent");
const mortgage = categoryCode("mortgage");

/** Days of the month on which homes are paid: within the first days of it, by the usual terms of a lease. */
const dueDays = [1, 1, 1, 2, 3, 5];
/** The month of the data in which a rent rises, and by how many tens of basis points: 1.5 to 4.5 %. */
const risesIn: Span = [1, 24];
const rises: Span = [15, 45];
/** The hours of the day: a standing order of a tenant, a direct debit of a lender. */
const hours = {rent: 7, mortgage: 5} as const;

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
        day: pick(draw, dueDays),
        party:
          person.tenure === "tenant"
            ? pick(draw, outside.landlords[person.city]!)
            : pick(draw, outside.lenders[country]),
        riseMonth: inSpan(draw, risesIn),
        rise: inSpan(draw, rises) * 10,
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
        const hour = isTenant ? hours.rent : hours.mortgage;
        proposals.border({
          at: instant(frame.businessDay(day), hour, minute, person.index % 60),
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
