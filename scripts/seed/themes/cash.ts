import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const cashChannel = channelCode("cash");
const category = categoryCode("cash");

/** What people take out, in euros, from the smaller means to the larger; mostly what a machine offers. */
const offers = [20, 50, 20, 50, 100, 50, 70, 100, 50, 100, 150, 80, 200, 150, 200, 300];

/** Withdrawals at cash machines, in notes; the old draw cash more often. */
export const cash: Theme = {
  name: "cash",
  open(bank) {
    const {people, budgets, holdings, outside} = bank;
    const draws = streamsFor(bank, "cash", people);
    const restraint = restraints(bank);
    const text = outside.texts[outside.cashMachine]!;
    return (frame, {proposals, customers}) => {
      for (const {index} of customers) {
        const draw = draws.of(index);
        const count = Math.floor(budgets.of[index]!.withdrawals * 2 * draw() + 0.5 * draw());
        const reach = Math.min(1, 0.5 + 0.4 * budgets.scale(index, frame.index));
        for (let withdrawal = 0; withdrawal < count; withdrawal++) {
          const cents = 100 * offers[Math.floor(draw() * reach * offers.length)]!;
          const added = proposals.border({
            at: instant(
              between(draw, frame.first, frame.last),
              between(draw, 7, 22),
              between(draw, 0, 59),
              between(draw, 0, 59),
            ),
            account: holdings.ofPerson[index]!.checking,
            party: outside.cashMachine,
            amountCents: -cents,
            channel: cashChannel,
            category,
            text,
          });
          proposals.setReserve(added, cents + restraint[index]!);
        }
      }
    };
  },
};
