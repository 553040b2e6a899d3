import {channelCode} from "../../../src/lib/bank/codes.js";
import {instant} from "../monthFrame.js";
import {streamsFor, type Theme} from "./theme.js";

const debit = channelCode("direct_debit");
const transfer = channelCode("credit_transfer");

/** Energy by calendar month against the average: heating in winter. */
const energySeason = [1.5, 1.42, 1.2, 0.98, 0.78, 0.7, 0.68, 0.68, 0.8, 0.98, 1.22, 1.44];

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
            ? Math.round(contract.cents * season * (0.86 + 0.28 * draw()))
            : contract.cents;
          proposals.border({
            at: instant(frame.businessDay(day), isOrder ? 6 : 5, party % 60, index % 60),
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
