import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const cashChannel = channelCode("cash");
const category = categoryCode("cash");

/** What people usually take out, in cents; scaled, it is rounded to what a machine gives. */
const notes = [2_000, 5_000, 5_000, 5_000, 10_000, 10_000, 15_000, 20_000];

/** Withdrawals at cash machines, in notes; the old draw cash more often. */
export const cash: Theme = {
  name: "cash",
  open(bank) {
    const {people, budgets, holdings, outside} = bank;
    const draws = streamsFor(bank, "cash", people);
    const text = outside.texts[outside.cashMachine]!;
    return (frame, {proposals, customers}) => {
      for (const {index} of customers) {
        const draw = draws.of(index);
        const count = Math.floor(budgets.of[index]!.withdrawals * 2 * draw() + 0.5 * draw());
        const scale = Math.min(2, budgets.scale(index, frame.index));
        for (let withdrawal = 0; withdrawal < count; withdrawal++) {
          proposals.border(
            instant(
              between(draw, frame.first, frame.last),
              between(draw, 7, 22),
              between(draw, 0, 59),
              between(draw, 0, 59),
            ),
            holdings.ofPerson[index]!.checking,
            outside.cashMachine,
            -Math.max(1_000, Math.round((pick(draw, notes) * scale) / 1_000) * 1_000),
            cashChannel,
            category,
            text,
          );
        }
      }
    };
  },
};
