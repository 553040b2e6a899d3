import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {sometime} from "../monthFrame.js";
import {personas} from "../people.js";
import {inSpan, type Span} from "../ranges.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const card = channelCode("card");
const money = channelCode("e_money");
const transfer = channelCode("credit_transfer");
const ways = [card, card, money, transfer];
const category = categoryCode("travel");
/** Against somebody whose whole life is paid from here. */
const rates = {main: 1, second: 0.15, savings: 0};
/** How likely a trip is in a month on average. */
const tripChance = 0.085;
/** How likely a trip is in each calendar month, against the average. */
const season = [0.5, 0.7, 0.8, 1, 0.9, 1.3, 2, 2.1, 0.8, 0.7, 0.4, 1.2];

/** Payments of a trip, and the days of the trip on which they fall. */
const paymentCount: Span = [1, 3];
const tripDays: Span = [0, 8];
/** A payment in cents at scale 1, and how it grows with the household: a base, and so much more for each head. */
const amounts = lognormalTable(28_000, 0.75);
const bySize = {base: 0.75, perHead: 0.1} as const;
/** Cents that prices end with, as often as they stand here. */
const endings = [0, 0, 50, 90, 99];
/** The hours of the day in which travellers pay. */
const awake: Span = [7, 22];

/** Holidays: something booked ahead and something paid there, above all in summer and around Christmas. */
export const travel: Theme = {
  name: "travel",
  open(bank) {
    const {people, relations, budgets, holdings, outside} = bank;
    const draws = streamsFor(bank, "travel", people);
    const restraint = restraints(bank);
    return (frame, {proposals, customers}) => {
      const likely = tripChance * season[frame.calendarMonth - 1]!;
      for (const {index, persona, householdSize} of customers) {
        const draw = draws.of(index);
        if (!chance(draw, likely * personas[persona].travel * rates[relations[index]!.kind]))
          continue;
        const payments = inSpan(draw, paymentCount);
        const start = between(draw, frame.first, frame.last - tripDays[1]);
        for (let payment = 0; payment < payments; payment++) {
          const party = pick(draw, outside.travel);
          const cents =
            amounts[Math.floor(draw() * amounts.length)]! *
            (bySize.base + bySize.perHead * householdSize) *
            budgets.scale(index, frame.index);
          const way = pick(draw, ways);
          const day = start + inSpan(draw, tripDays);
          // A transfer books on business days only; card and wallet on any.
          const on = way === transfer ? frame.businessDay(day - frame.first + 1) : day;
          const price = Math.floor(cents / 100) * 100 + pick(draw, endings);
          const added = proposals.border({
            at: sometime(draw, on, awake),
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
