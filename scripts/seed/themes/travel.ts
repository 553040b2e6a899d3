import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {personas} from "../people.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");
const transfer = channelCode("credit_transfer");
const ways = [card, card, money, transfer];
const category = categoryCode("travel");
/** Against somebody whose whole life is paid from here. */
const rates = {main: 1, second: 0.15, savings: 0};
/** How likely a trip is in each calendar month, against the average. */
const season = [0.5, 0.7, 0.8, 1, 0.9, 1.3, 2, 2.1, 0.8, 0.7, 0.4, 1.2];

/** Holidays: something booked ahead and something paid there, above all in summer and around Christmas. */
export const travel: Theme = {
  name: "travel",
  open(bank) {
    const {people, relations, budgets, holdings, outside} = bank;
    const draws = streamsFor(bank, "travel", people);
    const restraint = restraints(bank);
    const amounts = lognormalTable(28_000, 0.75);
    return (frame, {proposals, customers}) => {
      const likely = 0.085 * season[frame.calendarMonth - 1]!;
      for (const {index, persona, householdSize} of customers) {
        const draw = draws.of(index);
        if (!chance(draw, likely * personas[persona].travel * rates[relations[index]!.kind]))
          continue;
        const payments = between(draw, 1, 3);
        const start = between(draw, frame.first, frame.last - 8);
        for (let payment = 0; payment < payments; payment++) {
          const party = pick(draw, outside.travel);
          const cents =
            amounts[Math.floor(draw() * 1024)]! *
            (0.75 + 0.1 * householdSize) *
            budgets.scale(index, frame.index);
          const way = pick(draw, ways);
          const day = start + between(draw, 0, 8);
          // A transfer books on business days only; card and wallet on any.
          const on = way === transfer ? frame.businessDay(day - frame.first + 1) : day;
          const price = Math.floor(cents / 100) * 100 + pick(draw, [0, 0, 50, 90, 99]);
          const added = proposals.border({
            at: instant(on, between(draw, 7, 22), between(draw, 0, 59), between(draw, 0, 59)),
            account: holdings.ofPerson[index]!.checking,
            party,
            amountCents: -price,
            channel: way,
            category,
            text: outside.texts[party]!,
          });
          proposals.setReserve(added, price + restraint[index]!);
        }
      }
    };
  },
};
