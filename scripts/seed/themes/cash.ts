import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const cashChannel = channelCode("cash");
const category = categoryCode("cash");

/** Withdrawals at cash machines, in notes; the old draw cash more often. */
export const cash: Theme = {
  name: "cash",
  open(bank) {
    const {people, holdings, outside} = bank;
    const draws = streamsFor(bank, "cash", people);
    const text = outside.texts[outside.cashMachine]!;
    const levels = people.map(
      ({birthYear, isMainBank}) =>
        (isMainBank ? 0.55 : 0.12) * (birthYear < 1962 ? 1.7 : birthYear > 1990 ? 0.6 : 1),
    );
    return (frame, {proposals, customers}) => {
      for (const {index} of customers) {
        const draw = draws.of(index);
        const count = Math.floor(levels[index]! * 2 * draw() + draw());
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
            -1000 * between(draw, 2, 18),
            cashChannel,
            category,
            text,
          );
        }
      }
    };
  },
};
