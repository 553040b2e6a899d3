import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {chance, pick, stream} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {inSpan, type Span} from "../ranges.js";
import {never} from "../spells.js";
import {streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");
const category = categoryCode("subscriptions");
/** How likely somebody has a subscription to each service. */
const appetites = {main: 0.3, second: 0.035, savings: 0};
/** Against these, the young have more subscriptions than others, and the old fewer. */
const appetiteByAge = {young: {bornAfter: 1985, factor: 1.3}, old: {bornUntil: 1965, factor: 0.5}};
/** Monthly prices of the services, in cents. */
const prices = [899, 1199, 1399, 299, 999, 2490];
/** The share of services that raise their price, in which months of the data, and by how many cents. */
const raisedShare = 0.6;
const raisedIn: Span = [3, 15];
const raises = [100, 150, 200];
/** Days of the month that every month has. */
const days: Span = [1, 28];
/** The share that is paid from an online wallet, and the share that is cancelled, in which months of the data. */
const walletShare = 0.3;
const cancelledShare = 0.2;
const cancelledIn: Span = [2, 18];
/** The hour of the day, and how many minutes one service comes after another. */
const hour = 6;
const minutesApart = 7;

/** Subscriptions on a fixed day of the month. Some services raise their price once, for everybody. */
export const subscriptions: Theme = {
  name: "subscriptions",
  open(bank) {
    const {people, relations, holdings, outside, parameters} = bank;
    const market = stream(parameters.seed, "subscriptions");
    const services = prices.map((price) => ({
      price,
      raisedFrom: chance(market, raisedShare) ? inSpan(market, raisedIn) : never,
      raised: price + pick(market, raises),
    }));
    const draws = streamsFor(bank, "subscriptions", people);
    const held = people.map(({birthYear}, person) => {
      const draw = draws.of(person);
      const appetite = appetites[relations[person]!.kind] * factorOf(birthYear);
      return services.flatMap((_, service) =>
        chance(draw, appetite)
          ? [
              {
                service,
                day: inSpan(draw, days),
                wallet: chance(draw, walletShare),
                until: chance(draw, cancelledShare) ? inSpan(draw, cancelledIn) : never,
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
            at: instant(frame.first + day - 1, hour, service * minutesApart, person % 60),
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

function factorOf(birthYear: number): number {
  const {young, old} = appetiteByAge;
  if (birthYear > young.bornAfter) return young.factor;
  return birthYear > old.bornUntil ? 1 : old.factor;
}
