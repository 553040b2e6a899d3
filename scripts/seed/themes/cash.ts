import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {between} from "../../../src/lib/stream.js";
import {sometime} from "../monthFrame.js";
import type {Span} from "../ranges.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const cashChannel = channelCode("cash");
const category = categoryCode("cash");

/** What people take out, in euros, from the smaller means to the larger; mostly what a machine offers. */
const offers = [20, 50, 20, 50, 100, 50, 70, 100, 50, 100, 150, 80, 200, 150, 200, 300];

/** How many withdrawals more chance adds at most. */
const onTop = 0.5;
/** The part of the offers within reach: so much for anybody, and so much more by the scale of purchases. */
const reachParts = {fixed: 0.5, byScale: 0.4} as const;
/** The hours of the day in which people go to a machine. */
const awake: Span = [7, 22];

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
        const {withdrawals} = budgets.of[index]!;
        const count = Math.floor(withdrawals * 2 * draw() + onTop * draw());
        const scale = budgets.scale(index, frame.index);
        const reach = Math.min(1, reachParts.fixed + reachParts.byScale * scale);
        for (let withdrawal = 0; withdrawal < count; withdrawal++) {
          const cents = 100 * offers[Math.floor(draw() * reach * offers.length)]!;
          const added = proposals.border({
            at: sometime(draw, between(draw, frame.first, frame.last), awake),
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
