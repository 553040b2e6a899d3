import {expect, it} from "vitest";
import {planBank} from "../../../scripts/seed/bank.js";
import {instant} from "../../../scripts/seed/monthFrame.js";
import {Simulation} from "../../../scripts/seed/simulation.js";
import type {Theme} from "../../../scripts/seed/themes/theme.js";
import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {parseMonth} from "../../../src/lib/day.js";

const parameters = {
  individuals: 1,
  companies: 0,
  months: 3,
  seed: 42,
  start: parseMonth("2025-05"),
};

it("a simulation drops what waits for a later month if what it requires was refused", () => {
  const bank = planBank(parameters);
  const account = bank.holdings.ofPerson[0]!.checking;
  const beyondReach = -100_000_000_00;
  const shopping: Theme = {
    name: "shopping",
    open:
      () =>
      (frame, {proposals}) => {
        if (frame.index > 0) return;
        for (const cents of [-1_00, beyondReach]) {
          const bought = proposals.border({
            at: instant(frame.last, 12),
            account,
            party: bank.outside.bank,
            amountCents: cents,
            channel: channelCode("card"),
            category: categoryCode("rent"),
            text: 0,
          });
          const back = proposals.border({
            at: instant(frame.last + 40, 12),
            account,
            party: bank.outside.bank,
            amountCents: -cents,
            channel: channelCode("card"),
            category: categoryCode("rent"),
            text: 0,
          });
          proposals.setRequired(back, bought);
        }
      },
  };
  const amounts: number[] = [];
  const simulation = new Simulation(bank, [shopping], {
    leg: ({amountCents}) => amounts.push(amountCents),
    trade: () => {},
  });
  for (let month = 0; month < 3; month++) simulation.run();
  expect(amounts).toEqual([-1_00, 1_00]);
});
