import {channelCode} from "../../../src/lib/bank/codes.js";
import {instant} from "../monthFrame.js";
import {type Range, within} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const debit = channelCode("direct_debit");
const transfer = channelCode("credit_transfer");

/** Energy by calendar month against the average: heating in winter. */
const energySeason = [1.5, 1.42, 1.2, 0.98, 0.78, 0.7, 0.68, 0.68, 0.8, 0.98, 1.22, 1.44];

/** A metered bill against the usual one of its season. */
const metered: Range = {least: 0.86, spread: 0.28};
/** The hours before dawn in which debits and orders are booked. */
const hours = {debit: 5, order: 6} as const;

/** The direct debits and standing orders of a household, each on its day. */
export const bills: Theme = {
  name: "bills",
  open(bank) {
    const {people, contracts, holdings, outside} = bank;
    const draws = streamsFor(bank, "bills", people);
    return (frame, {proposals, customers}) => {
      const season = energySeason[frame.calendarMonth - 1]!;
      for (const {index} of customers) {
        const draw = draws.of(index);
        for (const contract of contracts[index]!) {
          const {party, category, day, every, phase, isMetered, isOrder} = contract;
          if (frame.calendarMonth % every !== phase) continue;
          const cents = isMetered
            ? Math.round(contract.cents * season * within(draw, metered))
            : contract.cents;
          const hour = isOrder ? hours.order : hours.debit;
          proposals.border({
            at: instant(frame.businessDay(day), hour, party % 60, index % 60),
            account: holdings.ofPerson[index]!.checking,
            party,
            amountCents: -cents,
            channel: isOrder ? transfer : debit,
            category,
            text: outside.texts[party]!,
          });
        }
      }
    };
  },
};
