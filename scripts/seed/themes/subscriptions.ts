import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {between, chance, pick, stream} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");
const category = categoryCode("subscriptions");
/** How likely somebody has a subscription to each service. */
const appetites = {main: 0.3, second: 0.035, savings: 0};
const prices = [899, 1199, 1399, 299, 999, 2490];

/** Subscriptions on a fixed day of the month. Some services raise their price once, for everybody. */
export const subscriptions: Theme = {
  name: "subscriptions",
  open(bank) {
    const {people, relations, holdings, outside, parameters} = bank;
    const market = stream(parameters.seed, "subscriptions");
    const services = prices.map((price) => ({
      price,
      raisedFrom: chance(market, 0.6) ? between(market, 3, 15) : 10_000,
      raised: price + pick(market, [100, 150, 200]),
    }));
    const draws = streamsFor(bank, "subscriptions", people);
    const held = people.map(({birthYear}, person) => {
      const draw = draws.of(person);
      const appetite =
        appetites[relations[person]!.kind] * (birthYear > 1985 ? 1.3 : birthYear > 1965 ? 1 : 0.5);
      return services.flatMap((_, service) =>
        chance(draw, appetite)
          ? [
              {
                service,
                day: between(draw, 1, 28),
                wallet: chance(draw, 0.3),
                until: chance(draw, 0.2) ? between(draw, 2, 18) : 10_000,
              },
            ]
          : [],
      );
    });
    return (frame, {proposals, customers}) => {
      for (const {index: person} of customers) {
        for (const {service, day, wallet, until} of held[person]!) {
          if (frame.index >= until) continue;
          const {price, raised, raisedFrom} = services[service]!;
          const party = outside.subscriptions[service]!;
          proposals.border({
            at: instant(frame.first + day - 1, 6, service * 7, person % 60),
            account: holdings.ofPerson[person]!.checking,
            party,
            amountCents: frame.index >= raisedFrom ? -raised : -price,
            channel: wallet ? money : card,
            category,
            text: outside.texts[party]!,
          });
        }
      }
    };
  },
};
